//! What is said of promises.

/// What was promised to the customer (M35). Each is given how long still, or how long since.
#[derive(Debug)]
pub struct Promises {
    /// There is time.
    pub ahead: fn(&str) -> String,
    /// Little is left of it.
    pub near: fn(&str) -> String,
    /// It is broken.
    pub late: fn(&str) -> String,
    /// The line over the list: so many are nearly due, so many broken.
    pub warning: fn(usize, usize) -> String,
}

pub(super) const NL: Promises = Promises {
    ahead: |left| format!("Beloofd over {left}"),
    near: |left| format!("Belofte verloopt over {left}"),
    late: |since| format!("Belofte {since} te laat"),
    warning: |near, late| match (near, late) {
        (0, 1) => "1 belofte is niet nagekomen. Antwoord nu.".into(),
        (0, late) => format!("{late} beloften zijn niet nagekomen. Antwoord nu."),
        (1, 0) => "1 belofte verloopt bijna. Antwoord op tijd.".into(),
        (near, 0) => format!("{near} beloften verlopen bijna. Antwoord op tijd."),
        (near, late) => {
            format!("Beloften: {late} niet nagekomen, {near} bijna verlopen. Antwoord nu.")
        }
    },
};

pub(super) const EN: Promises = Promises {
    ahead: |left| format!("Promised within {left}"),
    near: |left| format!("Promise due in {left}"),
    late: |since| format!("Promise {since} overdue"),
    warning: |near, late| match (near, late) {
        (0, 1) => "1 promise is broken. Answer now.".into(),
        (0, late) => format!("{late} promises are broken. Answer now."),
        (1, 0) => "1 promise is nearly due. Answer in time.".into(),
        (near, 0) => format!("{near} promises are nearly due. Answer in time."),
        (near, late) => format!("Promises: {late} broken, {near} nearly due. Answer now."),
    },
};
