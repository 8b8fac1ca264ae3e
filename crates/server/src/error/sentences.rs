//! Every error in Dutch and English. In braces stands what the error fills in.

/// One error's name for programs, and for people what happened, why, and what to do.
#[derive(Debug)]
pub(super) struct Sentences {
    pub(super) code: &'static str,
    pub(super) nl: [&'static str; 3],
    pub(super) en: [&'static str; 3],
}

pub(super) const NO_ROUTE: Sentences = Sentences {
    code: "no-route",
    nl: [
        "Dit adres bestaat niet.",
        "De server kent geen route met dit pad.",
        "Controleer het pad; /v1/openapi.json noemt ze alle.",
    ],
    en: [
        "This address does not exist.",
        "The server has no route with this path.",
        "Check the path; /v1/openapi.json lists them all.",
    ],
};
pub(super) const WRONG_METHOD: Sentences = Sentences {
    code: "wrong-method",
    nl: [
        "Dat kan hier niet.",
        "Dit adres kent deze methode niet.",
        "Gebruik een van de methoden in de kop Allow.",
    ],
    en: [
        "That cannot be done here.",
        "This address does not know this method.",
        "Use one of the methods in the Allow header.",
    ],
};
pub(super) const NO_BRAND: Sentences = Sentences {
    code: "no-such-brand",
    nl: [
        "Geen merk gevonden.",
        "Er is hier geen merk met deze naam of dit nummer, of je mag het niet zien.",
        "Controleer het adres, of vraag een beheerder om toegang.",
    ],
    en: [
        "No brand found.",
        "There is no brand of this name or number here, or you may not see it.",
        "Check the address, or ask an admin for access.",
    ],
};
pub(super) const NO_CASE: Sentences = Sentences {
    code: "no-such-case",
    nl: [
        "Geen dossier gevonden.",
        "Er is hier geen dossier met deze naam of dit nummer, of je mag het niet zien.",
        "Controleer het adres, of vraag een beheerder om toegang.",
    ],
    en: [
        "No case found.",
        "There is no case of this name or number here, or you may not see it.",
        "Check the address, or ask an admin for access.",
    ],
};
pub(super) const NO_TOKEN: Sentences = Sentences {
    code: "no-such-token",
    nl: [
        "Geen token gevonden.",
        "Er is hier geen token met deze naam of dit nummer, of je mag het niet zien.",
        "Controleer het adres, of vraag een beheerder om toegang.",
    ],
    en: [
        "No token found.",
        "There is no token of this name or number here, or you may not see it.",
        "Check the address, or ask an admin for access.",
    ],
};
pub(super) const NO_PERSON: Sentences = Sentences {
    code: "no-such-person",
    nl: [
        "Geen persoon gevonden.",
        "Er is hier geen persoon met deze naam of dit nummer, of je mag het niet zien.",
        "Controleer het adres, of vraag een beheerder om toegang.",
    ],
    en: [
        "No person found.",
        "There is no person of this name or number here, or you may not see it.",
        "Check the address, or ask an admin for access.",
    ],
};
pub(super) const NOT_JSON: Sentences = Sentences {
    code: "not-json",
    nl: [
        "Het verzoek is niet gelezen.",
        "De inhoud is niet als JSON aangeduid.",
        "Stuur JSON met de kop content-type: application/json.",
    ],
    en: [
        "The request was not read.",
        "Its body is not declared to be JSON.",
        "Send JSON with the header content-type: application/json.",
    ],
};
pub(super) const BAD_JSON: Sentences = Sentences {
    code: "bad-json",
    nl: [
        "Het verzoek is niet gelezen.",
        "De inhoud is niet de JSON die hier hoort (regel {line}, teken {column}).",
        "Vergelijk de inhoud met het schema in /v1/openapi.json.",
    ],
    en: [
        "The request was not read.",
        "Its body is not the JSON expected here (line {line}, column {column}).",
        "Compare the body with the schema in /v1/openapi.json.",
    ],
};
pub(super) const BAD_VALUE: Sentences = Sentences {
    code: "bad-value",
    nl: [
        "Het verzoek is niet gelezen.",
        "De waarde van `{name}` in het adres is niet wat daar hoort.",
        "Vergelijk het adres met /v1/openapi.json.",
    ],
    en: [
        "The request was not read.",
        "The value of `{name}` in the address is not what belongs there.",
        "Compare the address with /v1/openapi.json.",
    ],
};
pub(super) const TOO_LARGE: Sentences = Sentences {
    code: "too-large",
    nl: [
        "Het verzoek is te groot.",
        "De inhoud is meer dan 2 MiB.",
        "Stuur minder opdrachten tegelijk.",
    ],
    en: [
        "The request is too large.",
        "Its body is over 2 MiB.",
        "Send fewer commands at a time.",
    ],
};
pub(super) const TOO_MANY: Sentences = Sentences {
    code: "too-many",
    nl: [
        "Het verzoek is te groot.",
        "Het telt meer dan {most} opdrachten.",
        "Stuur ze in delen; de volgorde blijft.",
    ],
    en: [
        "The request is too large.",
        "It counts over {most} commands.",
        "Send them in parts; their order is kept.",
    ],
};
pub(super) const TOO_SLOW: Sentences = Sentences {
    code: "too-slow",
    nl: [
        "Het verzoek duurde te lang.",
        "Binnen 30 seconden was er geen antwoord.",
        "Probeer het opnieuw; een opdracht gebeurt nooit dubbel.",
    ],
    en: [
        "The request took too long.",
        "There was no answer within 30 seconds.",
        "Try again; a command is never carried out twice.",
    ],
};
pub(super) const NOT_SIGNED_IN: Sentences = Sentences {
    code: "not-signed-in",
    nl: [
        "Je bent niet aangemeld.",
        "Het verzoek heeft token noch sessie.",
        "Meld je aan, of koppel de extensie.",
    ],
    en: [
        "You are not signed in.",
        "The request has neither token nor session.",
        "Sign in, or pair the extension.",
    ],
};
pub(super) const UNKNOWN_TOKEN: Sentences = Sentences {
    code: "unknown-token",
    nl: [
        "Je bent niet aangemeld.",
        "Deze server kent dit token niet.",
        "Meld je opnieuw aan, of koppel de extensie opnieuw.",
    ],
    en: [
        "You are not signed in.",
        "This server does not know this token.",
        "Sign in again, or pair the extension again.",
    ],
};
pub(super) const EXPIRED: Sentences = Sentences {
    code: "expired",
    nl: [
        "Je bent niet meer aangemeld.",
        "De aanmelding is verlopen.",
        "Meld je opnieuw aan, of koppel de extensie opnieuw.",
    ],
    en: [
        "You are no longer signed in.",
        "The sign-in has expired.",
        "Sign in again, or pair the extension again.",
    ],
};
pub(super) const REVOKED: Sentences = Sentences {
    code: "revoked",
    nl: [
        "Je bent niet meer aangemeld.",
        "De toegang van dit apparaat is ingetrokken.",
        "Meld je opnieuw aan, of koppel de extensie opnieuw.",
    ],
    en: [
        "You are no longer signed in.",
        "The access of this device was revoked.",
        "Sign in again, or pair the extension again.",
    ],
};
pub(super) const WRONG_PASSWORD: Sentences = Sentences {
    code: "wrong-password",
    nl: [
        "Aanmelden is niet gelukt.",
        "Naam en wachtwoord horen niet bij elkaar.",
        "Controleer beide en probeer het opnieuw.",
    ],
    en: [
        "Signing in failed.",
        "Name and password do not belong together.",
        "Check both and try again.",
    ],
};
pub(super) const NOT_INVITED: Sentences = Sentences {
    code: "not-invited",
    nl: [
        "Deze link werkt niet.",
        "Hij is al gebruikt of vervangen, of er is al een account.",
        "Start de server opnieuw voor een nieuwe link, of meld je aan.",
    ],
    en: [
        "This link does not work.",
        "It was used or replaced, or there is an account already.",
        "Start the server again for a new link, or sign in.",
    ],
};
pub(super) const NAME_TAKEN: Sentences = Sentences {
    code: "name-taken",
    nl: [
        "Het account is niet gemaakt.",
        "Iemand heeft deze naam al.",
        "Kies een andere naam.",
    ],
    en: [
        "The account was not made.",
        "Somebody has this name already.",
        "Choose another name.",
    ],
};
pub(super) const UNFIT_NAME: Sentences = Sentences {
    code: "unfit-name",
    nl: [
        "Dat is niet bewaard.",
        "De naam past niet.",
        "Kies 1 tot 40 tekens, zoals ze onder een antwoord staan.",
    ],
    en: [
        "That was not kept.",
        "The name does not fit.",
        "Choose 1 to 40 characters, as they stand under a reply.",
    ],
};
pub(super) const UNFIT_PASSWORD: Sentences = Sentences {
    code: "unfit-password",
    nl: [
        "Dat is niet bewaard.",
        "Het wachtwoord past niet.",
        "Kies minstens 8 tekens, en hoogstens 1000 bytes.",
    ],
    en: [
        "That was not kept.",
        "The password does not fit.",
        "Choose at least 8 characters, and at most 1000 bytes.",
    ],
};
pub(super) const UNFIT_DEVICE: Sentences = Sentences {
    code: "unfit-device",
    nl: [
        "Dat is niet bewaard.",
        "De naam van het apparaat past niet.",
        "Kies 1 tot 100 tekens.",
    ],
    en: [
        "That was not kept.",
        "The name of the device does not fit.",
        "Choose 1 to 100 characters.",
    ],
};
pub(super) const WRONG_CODE: Sentences = Sentences {
    code: "wrong-code",
    nl: [
        "Koppelen is niet gelukt.",
        "De code is onbekend, gebruikt of ouder dan tien minuten.",
        "Vraag op de pagina van de server een nieuwe code.",
    ],
    en: [
        "Pairing failed.",
        "The code is unknown, used, or older than ten minutes.",
        "Ask for a new code on the server's page.",
    ],
};
pub(super) const WAIT: Sentences = Sentences {
    code: "wait",
    nl: [
        "Even wachten.",
        "Vanaf dit adres is te vaak een verkeerde code of een verkeerd wachtwoord gebruikt.",
        "Probeer het over {minutes} min opnieuw.",
    ],
    en: [
        "Please wait.",
        "Too many wrong codes or passwords came from this address.",
        "Try again in {minutes} min.",
    ],
};
pub(super) const NO_OWN_HEADER: Sentences = Sentences {
    code: "no-own-header",
    nl: [
        "Het verzoek is geweigerd.",
        "De kop x-toonvast: 1 ontbreekt, die alleen onze eigen schermen sturen.",
        "Gebruik onze schermen, of een token in de kop Authorization.",
    ],
    en: [
        "The request was refused.",
        "The header x-toonvast: 1 is missing, which only our own screens send.",
        "Use our screens, or a token in the Authorization header.",
    ],
};
pub(super) const FOREIGN_ORIGIN: Sentences = Sentences {
    code: "foreign-origin",
    nl: [
        "Het verzoek is geweigerd.",
        "Het komt van een pagina die niet van deze server is.",
        "Open de schermen op het eigen adres van de server.",
    ],
    en: [
        "The request was refused.",
        "It comes from a page that is not this server's.",
        "Open the screens at the server's own address.",
    ],
};
pub(super) const ADMIN_ONLY: Sentences = Sentences {
    code: "admin-only",
    nl: [
        "Dat mag dit account niet.",
        "Alleen een beheerder van dit merk mag dit.",
        "Vraag het een beheerder.",
    ],
    en: [
        "This account may not do that.",
        "Only an admin of this brand may.",
        "Ask an admin.",
    ],
};
pub(super) const BUSY: Sentences = Sentences {
    code: "busy",
    nl: [
        "De server kon het nu niet bewaren.",
        "De database is bezet.",
        "Probeer het over enkele seconden opnieuw; een opdracht gebeurt nooit dubbel.",
    ],
    en: [
        "The server could not keep it just now.",
        "The database is busy.",
        "Try again in a few seconds; a command is never carried out twice.",
    ],
};
pub(super) const FAILED: Sentences = Sentences {
    code: "failed",
    nl: [
        "De server kon het niet doen.",
        "Er ging aan de kant van de server iets mis.",
        "Probeer het opnieuw; blijft het, zoek dan in het logboek op het nummer in x-request-id.",
    ],
    en: [
        "The server could not do it.",
        "Something went wrong on the server's side.",
        "Try again; if it stays, look in the log for the number in x-request-id.",
    ],
};
