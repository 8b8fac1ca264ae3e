"""Peers of the learner on labelled messages: what each would say of those held out from it.

python peers.py TASKS.json prints JSON lines: a peer's labels for a set (null where a message
is not held out), a peer that is missing, or the version of a package.
"""

import functools
import importlib.metadata
import json
import sys
import tempfile


def tell(**line):
    print(json.dumps(line), flush=True)


def by_part(task, learn):
    """Judges each part by what is learnt from the others."""
    rows = task["rows"]
    given = [None] * len(rows)
    for part in task["held_out"]:
        seen = [row for row in rows if row["part"] != part]
        held_out = [at for at, row in enumerate(rows) if row["part"] == part]
        judge = learn([row["text"] for row in seen], [row["label"] for row in seen])
        for at, label in zip(held_out, judge([rows[at]["text"] for at in held_out])):
            given[at] = label
    return given


def linear_svc():
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.metrics import f1_score
    from sklearn.model_selection import train_test_split
    from sklearn.pipeline import make_union
    from sklearn.svm import LinearSVC

    def learn(texts, labels):
        words = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        runs = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 5), sublinear_tf=True, min_df=2)
        union = make_union(words, runs)
        table = union.fit_transform(texts)

        def fitted(cost, table, labels):
            return LinearSVC(C=cost, class_weight="balanced", random_state=1).fit(table, labels)

        def worth(cost):
            seen, kept, truth, wanted = train_test_split(
                table, labels, test_size=0.2, stratify=labels, random_state=1
            )
            return f1_score(wanted, fitted(cost, seen, truth).predict(kept), average="macro")

        model = fitted(max((0.1, 0.5), key=worth), table, labels)
        return lambda texts: model.predict(union.transform(texts)).tolist()

    return {"LinearSVC": lambda task: by_part(task, learn)}


def fast_text():
    import fasttext

    def plain(text):
        return " ".join(text.split())

    def learn(texts, labels):
        names = sorted(set(labels))
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
            for text, label in zip(texts, labels):
                file.write(f"__label__{names.index(label)} {plain(text)}\n")
            file.flush()
            model = fasttext.train_supervised(
                file.name, dim=32, minn=3, maxn=5, wordNgrams=2, epoch=15, lr=0.5, thread=1, verbose=0
            )

        def label(text):
            # Past the wrapper, which newer versions of numpy break.
            found = model.f.predict(plain(text) + "\n", 1, 0.0, "strict")
            return names[int(found[0][1].removeprefix("__label__"))] if found else names[0]

        return lambda texts: [label(text) for text in texts]

    return {"fastText": lambda task: by_part(task, learn)}


def word_list(name, lang, score, low, high):
    """A list of words says how pleased a text sounds; thresholds as documented, or tuned."""

    def label(score, low, high, binary):
        if score >= high:
            return "positive"
        return "neutral" if low < score and not binary else "negative"

    def documented(task):
        binary = len({row["label"] for row in task["rows"]}) == 2
        judge = lambda texts: [label(score(text), low, high, binary) for text in texts]
        return by_part(task, lambda texts, labels: judge)

    def tuned(task):
        from sklearn.metrics import f1_score

        scored = functools.cache(score)
        steps = [step / 20 for step in range(-19, 20)]

        def learn(texts, labels):
            binary = len(set(labels)) == 2
            texts, labels = texts[:4000], labels[:4000]
            tried = [(low, high) for low in steps for high in steps if low == high or (low < high and not binary)]
            worth = lambda pair: f1_score(
                labels, [label(scored(text), *pair, binary) for text in texts], average="macro"
            )
            best = max(tried, key=worth)
            return lambda texts: [label(scored(text), *best, binary) for text in texts]

        return by_part(task, learn)

    fits = lambda judge: lambda task: judge(task) if task["words"] == lang else None
    return {name: fits(documented), f"{name}, tuned": fits(tuned)}


def vader():
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyzer = SentimentIntensityAnalyzer()
    score = lambda text: analyzer.polarity_scores(text)["compound"]
    return word_list("VADER", "en", score, -0.05, 0.05)


def textblob_nl():
    from textblob import TextBlob
    from textblob_nl import PatternAnalyzer, PatternTagger

    tagger, analyzer = PatternTagger(), PatternAnalyzer()
    score = lambda text: TextBlob(text, pos_tagger=tagger, analyzer=analyzer).sentiment[0]
    return word_list("textblob-nl", "nl", score, -0.1, 0.1)


MAKERS = {
    linear_svc: ["LinearSVC"],
    fast_text: ["fastText"],
    vader: ["VADER", "VADER, tuned"],
    textblob_nl: ["textblob-nl", "textblob-nl, tuned"],
}


def main(file):
    with open(file) as opened:
        tasks = json.load(opened)
    for package in ["scikit-learn", "fasttext-wheel", "vaderSentiment", "textblob", "textblob-nl"]:
        try:
            tell(package=package, version=importlib.metadata.version(package))
        except importlib.metadata.PackageNotFoundError:
            pass
    for make, names in MAKERS.items():
        try:
            peers = make()
        except ImportError:
            for name in names:
                tell(missing=name)
            continue
        for peer, judge in peers.items():
            for task in tasks:
                given = judge(task)
                if given is not None:
                    tell(set=task["name"], peer=peer, given=given)


main(sys.argv[1])
