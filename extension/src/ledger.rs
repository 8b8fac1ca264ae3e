//! All cases as this browser knows them: what the server confirmed, and on top of it what
//! waits in the outbox.
//!
//! Pure: the outbox decides with the same functions as the server, so an agent sees at once
//! what the server will say when nobody else was first.

use crate::kept::Queued;
use std::collections::BTreeMap;
use toonvast_casework::{
    Made, SetRight, Taught, Words, decide, fold, happened, lessons, story, words,
};
use toonvast_model::case::{Actor, Case};
use toonvast_model::command::{Action, Command, Outcome, Refusal};
use toonvast_model::event::Event;
use toonvast_model::id::{CaseId, CommandId, PersonId, PostId};
use toonvast_model::post::Site;
use toonvast_model::screen::{ContentText, Contents, PersonName};

/// Cases, events and the outbox.
#[derive(Debug)]
pub struct Ledger {
    me: Actor,
    /// Confirmed events by number.
    confirmed: BTreeMap<u64, Event>,
    /// Commands in the order they were made.
    outbox: Vec<Queued>,
    contents: Contents,
    /// What follows from all of the above.
    cases: BTreeMap<CaseId, Case>,
    by_post: BTreeMap<(Site, PostId), CaseId>,
    set_right: SetRight,
}

/// What a round with the server changed.
#[derive(Debug, Default)]
pub struct Settled {
    /// Commands that left the outbox.
    pub gone: Vec<CommandId>,
    /// Commands that stay, changed.
    pub changed: Vec<Queued>,
}

impl Ledger {
    /// A ledger from what the browser kept.
    #[must_use]
    pub fn new(me: Actor, events: Vec<Event>, contents: Contents, mut outbox: Vec<Queued>) -> Self {
        outbox.sort_by_key(|queued| (queued.command.at, queued.command.id));
        let confirmed = events.into_iter().map(|event| (event.seq, event)).collect();
        let mut ledger = Self {
            me,
            confirmed,
            outbox,
            contents,
            cases: BTreeMap::new(),
            by_post: BTreeMap::new(),
            set_right: SetRight::default(),
        };
        ledger.rebuild();
        ledger
    }

    /// Who acts in this browser.
    #[must_use]
    pub const fn me(&self) -> Actor {
        self.me
    }

    /// The case that holds a post.
    #[must_use]
    pub fn case_of(&self, site: Site, post: &PostId) -> Option<&Case> {
        self.cases.get(self.by_post.get(&(site, post.clone()))?)
    }

    /// A case by its id.
    #[must_use]
    pub fn case(&self, id: CaseId) -> Option<&Case> {
        self.cases.get(&id)
    }

    /// All cases, in no meaningful order.
    pub fn cases(&self) -> impl Iterator<Item = &Case> {
        self.cases.values()
    }

    /// Events of one case, oldest first, pending ones last.
    #[must_use]
    pub fn events(&self, case: CaseId) -> Vec<Event> {
        let all = self.all_events();
        all.filter(|event| event.case == case).cloned().collect()
    }

    /// What the timeline of a case tells, oldest first, pending events last.
    #[must_use]
    pub fn story(&self, case: &Case) -> Vec<Event> {
        story(case, self.all_events()).cloned().collect()
    }

    /// What the team has set right in its posts.
    #[must_use]
    pub const fn set_right(&self) -> &SetRight {
        &self.set_right
    }

    /// What there is to learn from it, oldest first.
    #[must_use]
    pub fn lessons(&self) -> Vec<Taught> {
        lessons(self.all_events(), &self.contents())
    }

    /// Every event, confirmed and pending, oldest first.
    pub fn all_events(&self) -> impl Iterator<Item = &Event> {
        let pending = self.waiting().flat_map(|queued| &queued.events);
        self.confirmed.values().chain(pending)
    }

    /// The texts behind the ids, confirmed and pending.
    #[must_use]
    pub fn contents(&self) -> Contents {
        let mut all = self.contents.clone();
        for queued in self.waiting() {
            all.texts.extend(queued.contents.texts.iter().cloned());
            all.people.extend(queued.contents.people.iter().cloned());
        }
        all
    }

    /// The confirmed words, as the browser keeps them.
    #[must_use]
    pub const fn confirmed_contents(&self) -> &Contents {
        &self.contents
    }

    /// Whether a command about the case waits.
    #[must_use]
    pub fn is_pending(&self, case: CaseId) -> bool {
        self.waiting().any(|queued| queued.command.case == case)
    }

    /// Commands that wait for the server.
    #[must_use]
    pub fn waiting_count(&self) -> usize {
        self.waiting().count()
    }

    /// Commands the server refused and the agent has not dismissed.
    pub fn refused(&self) -> impl Iterator<Item = (&Queued, &Refusal)> {
        self.outbox
            .iter()
            .filter_map(|queued| Some((queued, queued.refused.as_ref()?)))
    }

    /// Earlier cases of the same author.
    #[must_use]
    pub fn earlier_cases(&self, author: &str, except: &PostId) -> usize {
        let waiting = self.waiting().flat_map(|queued| &queued.contents.people);
        let people: Vec<PersonId> = self
            .contents
            .people
            .iter()
            .chain(waiting)
            .filter(|row| row.handle == author)
            .map(|row| row.id)
            .collect();
        if people.is_empty() {
            return 0;
        }
        self.cases()
            .filter(|case| people.contains(&case.post.author) && case.post.post_id != *except)
            .count()
    }

    /// Decides a command here and now; nothing is changed yet.
    ///
    /// # Errors
    /// When it may not be done.
    pub fn decide(&self, command: Command, made: &Made) -> Result<Queued, Refusal> {
        let case = match &command.action {
            Action::Claim { post, .. } | Action::Correct { post, .. } => {
                self.case_of(post.site, &post.post_id)
            }
            _ => self.case(command.case),
        };
        let whats = decide(case, &command, self.me, made)?;
        let mut command = command;
        if let Some(case) = case {
            command.case = case.id;
        }
        let events = happened(whats, &command, command.at, self.me, made);
        let contents = contents_of(&command.action, made);
        Ok(Queued {
            command,
            events,
            contents,
            refused: None,
        })
    }

    /// Puts a command at the end of the outbox.
    pub fn enqueue(&mut self, queued: Queued) {
        for event in &queued.events {
            apply(&mut self.cases, &mut self.by_post, event);
            self.set_right.note(event);
        }
        self.outbox.push(queued);
    }

    /// Takes a command out again, because it could not be kept or was dismissed.
    pub fn withdraw(&mut self, id: CommandId) {
        self.outbox.retain(|queued| queued.command.id != id);
        self.rebuild();
    }

    /// What to send next: at most 200 commands, and none about a case whose claim is in the
    /// same batch, because the server may answer that claim with another case.
    #[must_use]
    pub fn outgoing(&self) -> Vec<Command> {
        let mut claimed: Vec<CaseId> = Vec::new();
        let mut batch = Vec::new();
        for queued in self.waiting().take(200) {
            let command = &queued.command;
            if claimed.contains(&command.case) {
                break;
            }
            if matches!(command.action, Action::Claim { .. }) {
                claimed.push(command.case);
            }
            batch.push(command.clone());
        }
        batch
    }

    /// Takes in what the server said; returns what the browser must keep.
    pub fn settle(
        &mut self,
        outcomes: &[Outcome],
        events: Vec<Event>,
        contents: Contents,
    ) -> Settled {
        let mut settled = Settled::default();
        for outcome in outcomes {
            match outcome {
                Outcome::Done { command, case, .. } => {
                    self.moved(*command, *case, &mut settled);
                    self.outbox.retain(|queued| queued.command.id != *command);
                    settled.gone.push(*command);
                }
                Outcome::Refused { command, refusal } => {
                    if let Refusal::AlreadyClaimed { case } = refusal {
                        self.moved(*command, *case, &mut settled);
                    }
                    self.refuse(*command, refusal, &mut settled);
                }
            }
        }
        self.confirmed
            .extend(events.into_iter().map(|event| (event.seq, event)));
        merge(&mut self.contents, contents);
        self.rebuild();
        settled
    }

    /// The agent has signed in: what waits is theirs.
    pub fn sign_in(&mut self, me: Actor) -> Vec<Queued> {
        self.me = me;
        for queued in &mut self.outbox {
            for event in &mut queued.events {
                event.actor = me;
            }
        }
        self.rebuild();
        self.outbox.clone()
    }

    fn waiting(&self) -> impl Iterator<Item = &Queued> {
        self.outbox.iter().filter(|queued| queued.refused.is_none())
    }

    /// The claim `command` landed on `case`: what waits behind it goes there too.
    fn moved(&mut self, command: CommandId, case: CaseId, settled: &mut Settled) {
        let Some(was) = self
            .outbox
            .iter()
            .find(|queued| queued.command.id == command)
            .map(|queued| queued.command.case)
        else {
            return;
        };
        if was == case {
            return;
        }
        for queued in self
            .outbox
            .iter_mut()
            .filter(|queued| queued.command.case == was)
        {
            queued.command.case = case;
            for event in &mut queued.events {
                event.case = case;
            }
            settled.changed.push(queued.clone());
        }
    }

    fn refuse(&mut self, command: CommandId, refusal: &Refusal, settled: &mut Settled) {
        for queued in self
            .outbox
            .iter_mut()
            .filter(|queued| queued.command.id == command)
        {
            queued.refused = Some(refusal.clone());
            settled
                .changed
                .retain(|changed| changed.command.id != command);
            settled.changed.push(queued.clone());
        }
    }

    fn rebuild(&mut self) {
        let (mut cases, mut by_post) = (BTreeMap::new(), BTreeMap::new());
        for event in self.all_events() {
            apply(&mut cases, &mut by_post, event);
        }
        self.set_right = self.all_events().collect();
        (self.cases, self.by_post) = (cases, by_post);
    }
}

fn apply(
    cases: &mut BTreeMap<CaseId, Case>,
    by_post: &mut BTreeMap<(Site, PostId), CaseId>,
    event: &Event,
) {
    if let Some(case) = fold(cases.remove(&event.case), event) {
        // The first case of a post holds it; a later one is a claim about to be refused.
        by_post
            .entry((case.post.site, case.post.post_id.clone()))
            .or_insert(case.id);
        cases.insert(case.id, case);
    }
}

fn contents_of(action: &Action, made: &Made) -> Contents {
    let mut contents = Contents::default();
    let (text, permalink) = match words(action) {
        Some(Words::Post(post) | Words::Corrected(post)) => {
            contents.people.push(PersonName {
                id: made.person,
                handle: post.author.clone(),
            });
            (post.text.clone(), post.permalink.clone())
        }
        Some(Words::Reply(reply)) => (reply.text.clone(), reply.permalink.clone()),
        Some(Words::Note(note)) => (note.to_owned(), None),
        None => return contents,
    };
    contents.texts.push(ContentText {
        id: made.content,
        text,
        permalink,
    });
    contents
}

/// Adds rows, replacing those with the same id.
fn merge(kept: &mut Contents, new: Contents) {
    kept.texts
        .retain(|row| new.texts.iter().all(|other| other.id != row.id));
    kept.people
        .retain(|row| new.people.iter().all(|other| other.id != row.id));
    kept.accounts
        .retain(|row| new.accounts.iter().all(|other| other.id != row.id));
    kept.texts.extend(new.texts);
    kept.people.extend(new.people);
    kept.accounts.extend(new.accounts);
}

#[cfg(test)]
mod tests;
