//! Runs the stage until Ctrl-C and says how to look at it: `cargo run -p toonvast-tests --example stage [PORT]`.

use std::io::Write;
use toonvast_tests::stage::{
    ARTICLE_HOST, DISCOURSE_HOST, FACEBOOK_HOST, FORUM_HOST, Stage, X_HOST,
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let port = std::env::args().nth(1).map_or(Ok(0), |port| port.parse())?;
    let stage = Stage::start_on(&Stage::folder(), port, Vec::new()).await?;
    let mut out = std::io::stdout();
    writeln!(out, "port {}", stage.port)?;
    writeln!(
        out,
        "chromium --ignore-certificate-errors --host-resolver-rules=\"{}\" \\",
        stage.host_rules()
    )?;
    writeln!(
        out,
        "  --user-data-dir=$(mktemp -d) https://{X_HOST}/home https://{FACEBOOK_HOST}/ https://{FORUM_HOST}/viewtopic.php?t=7 \\\n  https://{DISCOURSE_HOST}/t/monteur-komt-niet-opdagen/7 https://{ARTICLE_HOST}/"
    )?;
    tokio::signal::ctrl_c().await?;
    Ok(())
}
