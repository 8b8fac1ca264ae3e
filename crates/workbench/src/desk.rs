//! What the screens share: what was last heard, and how to ask again.

use crate::browser;
use crate::home::Home;
use crate::route::Route;
use crate::source::{Api, Link, Me, Source};
use crate::trouble::{Failure, Trouble};
use crate::words::{self, Words};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;
use toonvast_model::command::{Action, Outcome};
use toonvast_model::id::{CaseId, CommandId, PostId};
use toonvast_model::locale::Locale;
use toonvast_model::quality::Quality;
use toonvast_model::screen::{CaseView, Overview, Settings};
use toonvast_model::timestamp::Timestamp;

/// How long after a lost connection the screens ask again.
const ASK_AGAIN: Duration = Duration::from_secs(2);
/// Where this browser keeps the language, on the server's pages.
const LOCALE_KEY: &str = "toonvast.locale";
/// Where this browser keeps which brand was looked at, on the server's pages.
const BRAND_KEY: &str = "toonvast.brand";

/// Whether somebody is signed in to the server.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// Not known yet.
    Unknown,
    /// Nobody.
    Out,
    /// Somebody. On the pages of the extension that is nobody in particular.
    In(Option<Me>),
}

/// What the screens share. Copied freely: it is a handful of handles.
#[derive(Clone, Copy)]
pub struct Desk {
    /// Where the screens run.
    pub home: Home,
    /// Which screen is shown.
    pub route: RwSignal<Route>,
    /// The language.
    pub locale: RwSignal<Locale>,
    /// The present moment, near enough for ages.
    pub now: RwSignal<Timestamp>,
    /// Who is signed in.
    pub standing: RwSignal<Standing>,
    /// The first screen, as last heard.
    pub overview: RwSignal<Option<Overview>>,
    /// The case being looked at, as last heard.
    pub view: RwSignal<Option<CaseView>>,
    /// How replies were, as last heard.
    pub quality: RwSignal<Option<Quality>>,
    /// The settings of the extension, as last heard.
    pub settings: RwSignal<Option<Settings>>,
    /// What went wrong with what the agent did, until dismissed.
    pub trouble: RwSignal<Option<Trouble>>,
    /// Whether the last question was left unanswered.
    pub lost: RwSignal<Option<Failure>>,
    /// Something the agent did is under way.
    pub busy: RwSignal<bool>,
    source: StoredValue<Source, LocalStorage>,
}

impl Desk {
    /// A desk on which nothing has arrived yet. To be made once, inside a reactive owner.
    #[must_use]
    pub fn new(home: Home) -> Self {
        let changes = RwSignal::new(0_u32);
        let source = match home {
            Home::Extension => Source::Extension(Link::new(move || {
                changes.update(|n| *n = n.wrapping_add(1))
            })),
            Home::Server => Source::Server(Api::default()),
        };
        let desk = Self {
            home,
            route: RwSignal::new(Route::parse(&browser::hash())),
            locale: RwSignal::new(remembered_locale()),
            now: RwSignal::new(browser::now()),
            standing: RwSignal::new(match home {
                Home::Extension => Standing::In(None),
                Home::Server => Standing::Unknown,
            }),
            overview: RwSignal::new(None),
            view: RwSignal::new(None),
            quality: RwSignal::new(None),
            settings: RwSignal::new(None),
            trouble: RwSignal::new(None),
            lost: RwSignal::new(None),
            busy: RwSignal::new(false),
            source: StoredValue::new_local(source),
        };
        Effect::new(move |_| {
            changes.track();
            desk.refresh();
        });
        desk
    }

    /// The sentences of the language, followed when it changes.
    #[must_use]
    pub fn words(&self) -> &'static Words {
        Words::of(self.locale.get())
    }

    /// Where the screens get what they show.
    #[must_use]
    pub fn source(&self) -> Source {
        self.source.get_value()
    }

    /// Asks again for everything that is shown.
    pub fn refresh(self) {
        self.now.set(browser::now());
        spawn_local(async move {
            let heard = self.hear().await;
            match heard {
                Ok(()) => self.lost.set(None),
                Err(Failure::SignIn) if self.home == Home::Server => {
                    self.standing.set(Standing::Out);
                    self.lost.set(None);
                }
                Err(failure) => {
                    self.lost.set(Some(failure));
                    if self.home == Home::Extension {
                        set_timeout(move || self.refresh(), ASK_AGAIN);
                    }
                }
            }
        });
    }

    async fn hear(self) -> Result<(), Failure> {
        let source = self.source();
        if let Source::Server(api) = &source {
            self.hear_who(api).await?;
        } else {
            let settings = source.settings().await?;
            self.locale.set(settings.locale);
            self.settings.set(Some(settings));
        }
        let overview = source.overview(self.locale.get_untracked()).await?;
        self.overview.set(Some(overview));
        if let Route::Case(case) = self.route.get_untracked() {
            self.hear_case(case).await?;
        }
        if self.route.get_untracked() == Route::Quality {
            self.hear_quality().await?;
        }
        Ok(())
    }

    async fn hear_quality(self) -> Result<(), Failure> {
        self.quality.set(Some(self.source().quality().await?));
        Ok(())
    }

    /// Goes to how replies were and asks for it.
    pub fn open_quality(self) {
        self.run(async move {
            self.hear_quality().await?;
            request_animation_frame(|| browser::focus(".quality h1"));
            Ok(())
        });
    }

    async fn hear_who(self, api: &Api) -> Result<(), Failure> {
        if let Standing::In(Some(_)) = self.standing.get_untracked() {
            return Ok(());
        }
        let me = api.me().await?;
        let remembered = browser::recall(BRAND_KEY);
        let known =
            |brand: &&crate::source::Brand| remembered.as_deref() == Some(brand.id.as_str());
        if let Some(brand) = me.brands.iter().find(known).or(me.brands.first()) {
            api.choose(brand.id.clone());
        }
        self.standing.set(Standing::In(Some(me)));
        Ok(())
    }

    async fn hear_case(self, case: CaseId) -> Result<(), Failure> {
        let view = self.source().case(case).await?;
        // The agent may have gone elsewhere meanwhile.
        if self.route.get_untracked() == Route::Case(case) {
            self.view.set(Some(view));
        }
        Ok(())
    }

    /// Goes to the case and asks for it.
    pub fn open(self, case: CaseId) {
        if self
            .view
            .with_untracked(|view| view.as_ref().is_none_or(|view| view.case.id != case))
        {
            self.view.set(None);
        }
        self.run(async move {
            self.hear_case(case).await?;
            request_animation_frame(|| browser::focus(".case-pane h1"));
            Ok(())
        });
    }

    /// Does something the agent asked for; shows what went wrong.
    pub fn run(self, work: impl Future<Output = Result<(), Failure>> + 'static) {
        self.busy.set(true);
        self.trouble.set(None);
        spawn_local(async move {
            let done = work.await;
            self.busy.set(false);
            match done {
                Ok(()) => {}
                Err(Failure::SignIn) if self.home == Home::Server => {
                    self.standing.set(Standing::Out);
                }
                Err(failure) => {
                    let words = Words::of(self.locale.get_untracked());
                    self.trouble.set(Some(failure.trouble(self.home, words)));
                }
            }
        });
    }

    /// Does something to a case.
    pub fn act(self, case: CaseId, action: Action) {
        self.run(async move {
            let outcome = self.source().act(case, action).await?;
            self.follow(outcome, false)
        });
    }

    /// Claims a waiting post and opens its case.
    pub fn claim(self, post: PostId) {
        self.run(async move {
            let outcome = self.source().claim_post(post).await?;
            self.follow(outcome, true)
        });
    }

    fn follow(self, outcome: Outcome, open: bool) -> Result<(), Failure> {
        self.refresh();
        match outcome {
            Outcome::Done { case, .. } => {
                if open {
                    browser::go(&Route::Case(case).hash());
                }
                Ok(())
            }
            Outcome::Refused { refusal, .. } => {
                let locale = self.locale.get_untracked();
                Err(Failure::Told(words::refusal(locale, &refusal)))
            }
        }
    }

    /// Dismisses a notice.
    pub fn dismiss(self, command: CommandId) {
        self.run(async move {
            self.source().dismiss(command).await?;
            self.refresh();
            Ok(())
        });
    }

    /// Tries to reach the server now.
    pub fn sync_now(self) {
        self.run(async move {
            self.source().sync_now().await?;
            self.refresh();
            Ok(())
        });
    }

    /// Speaks another language from now on.
    pub fn speak(self, locale: Locale) {
        browser::keep(LOCALE_KEY, locale.pick("nl", "en"));
        self.locale.set(locale);
        self.refresh();
    }

    /// Looks at another brand from now on.
    pub fn choose_brand(self, brand: toonvast_model::id::BrandId) {
        browser::keep(BRAND_KEY, brand.as_str());
        if let Some(api) = self.source().api() {
            api.choose(brand);
        }
        self.overview.set(None);
        self.view.set(None);
        self.quality.set(None);
        browser::go(&Route::Queue.hash());
        self.refresh();
    }
}

/// The desk of this page.
#[must_use]
pub fn desk() -> Desk {
    expect_context()
}

fn remembered_locale() -> Locale {
    match browser::recall(LOCALE_KEY).as_deref() {
        Some("nl") => Locale::Nl,
        Some("en") => Locale::En,
        _ => browser::locale(),
    }
}
