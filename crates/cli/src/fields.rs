//! The fields of one JSON line. Errors name fields, never what stands in them: that may
//! be a customer's words.

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};
use toonvast_model::timestamp::Timestamp;

/// Why a line is no input.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum LineError {
    /// More bytes than we read.
    #[error("the line is longer than {max} bytes; split it", max = crate::lines::MAX_LINE)]
    TooLong,
    /// Bytes that are no text.
    #[error("the line is not UTF-8 from byte {0} on; send UTF-8")]
    NotUtf8(usize),
    /// No JSON.
    #[error("the line is no JSON: {0}; write one JSON object a line")]
    NotJson(String),
    /// Some other JSON.
    #[error("the line is no JSON object; write one JSON object a line")]
    NotAnObject,
    /// A field that must be there.
    #[error("`{0}` is missing; every line needs it")]
    Missing(String),
    /// A field of another type.
    #[error("`{field}` is not {expected}; correct it or leave it out")]
    Type {
        /// The field.
        field: String,
        /// What it must be.
        expected: String,
    },
    /// No brand for it.
    #[error(transparent)]
    Brand(#[from] crate::brands::NoBrand),
}

/// A JSON object, read field by field.
#[derive(Debug)]
pub(crate) struct Fields {
    /// The path to the object, with its dot; empty for the line itself.
    path: &'static str,
    map: Map<String, Value>,
}

impl Fields {
    /// Parses a line.
    pub(crate) fn parse(line: &[u8]) -> Result<Self, LineError> {
        let text = std::str::from_utf8(line).map_err(|e| LineError::NotUtf8(e.valid_up_to()))?;
        let value: Value =
            serde_json::from_str(text).map_err(|e| LineError::NotJson(syntax(&e)))?;
        match value {
            Value::Object(map) => Ok(Self { path: "", map }),
            _ => Err(LineError::NotAnObject),
        }
    }

    /// The id: a text or a number, given back as it came.
    pub(crate) fn id(&mut self) -> Result<Value, LineError> {
        match self.map.remove("id") {
            Some(id @ (Value::String(_) | Value::Number(_))) => Ok(id),
            None | Some(Value::Null) => Err(LineError::Missing("id".to_owned())),
            Some(_) => Err(self.wrong("id", "a text or a number")),
        }
    }

    /// A text that must be there.
    pub(crate) fn required(&mut self, field: &str) -> Result<String, LineError> {
        self.text(field)?
            .ok_or_else(|| LineError::Missing(self.name(field)))
    }

    /// A text, if there.
    pub(crate) fn text(&mut self, field: &str) -> Result<Option<String>, LineError> {
        match self.map.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(_) => Err(self.wrong(field, "a text")),
        }
    }

    /// True or false, if there.
    pub(crate) fn flag(&mut self, field: &str) -> Result<Option<bool>, LineError> {
        match self.map.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Bool(flag)) => Ok(Some(flag)),
            Some(_) => Err(self.wrong(field, "true or false")),
        }
    }

    /// A count, if there.
    pub(crate) fn count(&mut self, field: &str) -> Result<Option<u64>, LineError> {
        match self.map.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let count = value
                    .as_u64()
                    .ok_or_else(|| self.wrong(field, "a whole number"))?;
                Ok(Some(count))
            }
        }
    }

    /// One of a closed list of values, if there.
    pub(crate) fn value<T: DeserializeOwned>(
        &mut self,
        field: &str,
    ) -> Result<Option<T>, LineError> {
        match self.map.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(value) => {
                let read = serde_json::from_value(value);
                read.map(Some)
                    .map_err(|_| self.wrong(field, "a value the label guide knows"))
            }
        }
    }

    /// A moment: RFC 3339 or milliseconds since 1970; anything else a page may show, as
    /// *2 u*, says nothing exact and is passed over.
    pub(crate) fn moment(&mut self, field: &str) -> Option<Timestamp> {
        match self.map.remove(field)? {
            Value::String(text) => Timestamp::parse(&text).ok(),
            Value::Number(millis) => millis.as_i64().map(Timestamp),
            _ => None,
        }
    }

    /// An object within; an empty one when absent.
    pub(crate) fn object(&mut self, field: &str, path: &'static str) -> Result<Self, LineError> {
        Ok(self.optional(field, path)?.unwrap_or(Self {
            path,
            map: Map::new(),
        }))
    }

    /// An object within, if there.
    pub(crate) fn optional(
        &mut self,
        field: &str,
        path: &'static str,
    ) -> Result<Option<Self>, LineError> {
        match self.map.remove(field) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Object(map)) => Ok(Some(Self { path, map })),
            Some(_) => Err(self.wrong(field, "an object")),
        }
    }

    /// The objects of a list within; none when it is absent.
    pub(crate) fn list(&mut self, field: &str, path: &'static str) -> Result<Vec<Self>, LineError> {
        let found = match self.map.remove(field) {
            None | Some(Value::Null) => return Ok(Vec::new()),
            Some(Value::Array(found)) => found,
            Some(_) => return Err(self.wrong(field, "a list of objects")),
        };
        let object = |value| match value {
            Value::Object(map) => Ok(Self { path, map }),
            _ => Err(self.wrong(field, "a list of objects")),
        };
        found.into_iter().map(object).collect()
    }

    fn name(&self, field: &str) -> String {
        format!("{}{field}", self.path)
    }

    fn wrong(&self, field: &str, expected: &str) -> LineError {
        LineError::Type {
            field: self.name(field),
            expected: expected.to_owned(),
        }
    }
}

/// What the parser says, in which no value of the line stands.
fn syntax(error: &serde_json::Error) -> String {
    let said = error.to_string();
    let bare = said.split(" at line ").next().unwrap_or_default();
    format!("{bare} at column {}", error.column())
}

#[cfg(test)]
mod tests {
    use super::{Fields, LineError};

    fn fault(line: &[u8]) -> String {
        let read = |mut fields: Fields| -> Result<(), LineError> {
            fields.id()?;
            fields.required("text")?;
            fields.flag("addressed")?;
            let mut author = fields.object("author", "author.")?;
            author.count("followers")?;
            Ok(())
        };
        match Fields::parse(line).and_then(read) {
            Ok(()) => String::new(),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn faults_say_where_and_never_what_stood_there() {
        let table: [(&[u8], &str); 12] = [
            (br#"{"id":"a","text":"secret","unknown":[1]}"#, ""),
            (
                br#"{"id":7,"text":"secret","author":null,"addressed":null}"#,
                "",
            ),
            (br#"{"id":7}"#, "`text` is missing; every line needs it"),
            (
                br#"{"text":"secret"}"#,
                "`id` is missing; every line needs it",
            ),
            (
                br#"{"id":[],"text":""}"#,
                "`id` is not a text or a number; correct it or leave it out",
            ),
            (
                br#"{"id":"a","text":7}"#,
                "`text` is not a text; correct it or leave it out",
            ),
            (
                br#"{"id":"a","text":"","addressed":"secret"}"#,
                "`addressed` is not true or false; correct it or leave it out",
            ),
            (
                br#"{"id":"a","text":"","author":{"followers":"secret"}}"#,
                "`author.followers` is not a whole number; correct it or leave it out",
            ),
            (
                br#"["secret"]"#,
                "the line is no JSON object; write one JSON object a line",
            ),
            (
                br#"{"id":"secret""#,
                "the line is no JSON: EOF while parsing an object at column 14; write one JSON object a line",
            ),
            (
                b"secret",
                "the line is no JSON: expected value at column 1; write one JSON object a line",
            ),
            (
                b"{\"id\":\"\xff\"}",
                "the line is not UTF-8 from byte 7 on; send UTF-8",
            ),
        ];
        for (line, expected) in table {
            assert_eq!(fault(line), expected, "{}", String::from_utf8_lossy(line));
        }
    }
}
