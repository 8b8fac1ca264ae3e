//! The tour: the whole journey played by itself, with pictures.

use super::{browser, folder};
use crate::{say, workspace};
use anyhow::{Context, Result};
use serde_json::Value;
use std::path::PathBuf;
use toonvast_tests::backend::Backend;
use toonvast_tests::browser::{Browser, BrowserOptions};
use toonvast_tests::journey;
use toonvast_tests::stage::Stage;

/// Where the pictures go.
fn pictures() -> PathBuf {
    workspace::target().join("tour")
}

/// Plays the journey and prints what was logged.
///
/// # Errors
/// When a step does not happen; the error names it.
pub async fn play(backend: &Backend, stage: &Stage) -> Result<()> {
    let pictures = pictures();
    std::fs::create_dir_all(&pictures)
        .with_context(|| format!("cannot make {}", pictures.display()))?;
    let extension = browser::prepare(backend, &folder()).await?;
    let browser = Browser::start(BrowserOptions {
        extension: Some(extension),
        host_rules: Some(stage.host_rules()),
        headless: true,
        ..BrowserOptions::default()
    })
    .await?;
    on_the_page(&browser).await?;
    let overview = journey::logged(&browser, backend, 1).await?;
    say::line("7. The reply was met on the page and is on the case:");
    print_case(&overview);
    on_the_screens(&browser, backend).await?;
    say::line(&format!("Pictures: {}", pictures.display()));
    Ok(())
}

async fn picture(browser: &Browser, name: &str) -> Result<()> {
    Ok(browser.screenshot(&pictures().join(name)).await?)
}

async fn on_the_page(browser: &Browser) -> Result<()> {
    let post = journey::STUCK;
    let badges = journey::open_timeline(browser).await?;
    say::line(&format!("1. The timeline shows {badges} badges."));
    picture(browser, "1-timeline.png").await?;
    let reasons = journey::look_at(browser, post).await?;
    say::line("2. The badge of the post says:");
    reasons
        .lines()
        .filter(|line| !line.trim().is_empty())
        .for_each(|line| say::line(&format!("   {line}")));
    picture(browser, "2-reasons.png").await?;
    let case = journey::claim(browser, post).await?;
    say::line(&format!("3. Claimed: case {case}"));
    journey::open_reply(browser, post).await?;
    journey::type_draft(
        browser,
        "Vervelend dat je zo lang moet wachten. Bel ons even op 0900-1234.",
    )
    .await?;
    let found = journey::wait_for_finding(browser, "missing-signature").await?;
    say::line(&format!(
        "4. While typing, the check finds: {}",
        found.join(", ")
    ));
    picture(browser, "3-findings.png").await?;
    journey::clear_draft(browser).await?;
    let text = journey::take_suggestion(browser).await?;
    say::line(&format!(
        "5. A suggestion goes in through the editor's own path:\n   {text}"
    ));
    let text = journey::type_on(browser, " ").await?;
    say::line(&format!(
        "   and typing on works: the editor holds {} characters",
        text.chars().count()
    ));
    picture(browser, "4-suggestion.png").await?;
    journey::send(browser).await?;
    say::line("6. The agent pressed the site's own button.");
    picture(browser, "5-posted.png").await
}

async fn on_the_screens(browser: &Browser, backend: &Backend) -> Result<()> {
    browser.open_extension_page("pages/panel.html").await?;
    browser.element("[data-row]").await?;
    picture(browser, "6-panel.png").await?;
    journey::sign_in(browser, backend).await?;
    journey::open_case(browser).await?;
    picture(browser, "7-server.png").await?;
    say::line("8. The side panel and the server's page show the queue and the case.");
    Ok(())
}

fn print_case(overview: &Value) {
    let case = &overview["cases"][0]["case"];
    let word = |value: &Value| value.as_str().unwrap_or("?").to_owned();
    say::line(&format!(
        "   case {} · {} · priority {}",
        word(&case["id"]),
        word(&case["state"]),
        word(&case["priority"])
    ));
    let names = [
        "monitor",
        "assess",
        "first response",
        "gather",
        "answer",
        "document",
    ];
    for (name, step) in names
        .iter()
        .zip(case["steps"].as_array().into_iter().flatten())
    {
        let at = step["at"]
            .as_i64()
            .map(|at| toonvast_model::timestamp::Timestamp(at).to_string());
        say::line(&format!(
            "   {name:<15} {:<8} {}",
            word(&step["state"]),
            at.unwrap_or_default()
        ));
    }
}
