//! The address of a server, as an agent types it.

/// The origin in an address: scheme, host and port, without a slash at the end. `None` for what
/// is no http or https address, or has a path, a query or a name in it.
#[must_use]
pub fn origin(typed: &str) -> Option<String> {
    let typed = typed.trim().trim_end_matches('/').to_ascii_lowercase();
    let host = typed
        .strip_prefix("https://")
        .or_else(|| typed.strip_prefix("http://"))?;
    let allowed = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | ':' | '[' | ']');
    let starts = host.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '[');
    (starts && host.chars().all(allowed)).then_some(typed)
}

#[cfg(test)]
mod tests {
    use super::origin;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        let table = [
            ("https://webcare.example", Some("https://webcare.example")),
            (" http://127.0.0.1:7878/ ", Some("http://127.0.0.1:7878")),
            ("HTTPS://Webcare.Example", Some("https://webcare.example")),
            ("http://[::1]:7878", Some("http://[::1]:7878")),
            ("webcare.example", None),
            ("https://", None),
            ("https://a.example/path", None),
            ("https://user@a.example", None),
            ("https://a.example?x", None),
            ("ftp://a.example", None),
            ("javascript:alert(1)", None),
        ];
        for (typed, expected) in table {
            assert_eq!(origin(typed).as_deref(), expected, "{typed}");
        }
    }
}
