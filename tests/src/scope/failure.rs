//! What a test shows of the page when something is missing: all that a person could ask for instead,
//! and a picture.

use super::Scope;
use crate::role::Role;
use anyhow::Result;
use base64::{Engine, prelude::BASE64_STANDARD};
use serde_json::json;
use std::path::PathBuf;

impl Scope {
    /// What a person could ask for instead, for an error.
    pub(crate) async fn inventory(&self) -> String {
        self.listed()
            .await
            .unwrap_or_else(|error| format!("the page cannot be read: {error:#}"))
    }

    async fn listed(&self) -> Result<String> {
        const LISTED: &[Role] = &[
            Role::Dialog,
            Role::Heading,
            Role::Tab,
            Role::Button,
            Role::Link,
            Role::Field,
            Role::Select,
            Role::Checkbox,
            Role::Radio,
            Role::Group,
            Role::Status,
            Role::Alert,
        ];
        let mut lines = vec![format!("{} shows:", self.url().await?)];
        for role in LISTED {
            let arguments = json!([self.root, role.candidates(), ""]);
            let found = self
                .script("return find(...arguments).likely.slice(0, 20)", arguments)
                .await?;
            for element in found.as_array().into_iter().flatten() {
                let (computed, name) = self.below(element.clone()).role_and_name().await?;
                lines.push(format!("  {computed} {name:?}"));
            }
        }
        let words = self.words().await?;
        lines.push(format!(
            "and reads: {}",
            words.chars().take(600).collect::<String>()
        ));
        Ok(lines.join("\n"))
    }

    /// A picture of the window as PNG.
    pub async fn picture(&self) -> Result<Vec<u8>> {
        let encoded = self.browser.wire.get("/screenshot").await?;
        Ok(BASE64_STANDARD.decode(encoded.as_str().unwrap_or_default())?)
    }

    /// Puts a picture beside the build, under the name of the test that failed.
    pub(super) async fn picture_of_failure(&self) -> Result<PathBuf> {
        let folder = crate::repository::root().join("target/e2e/failures");
        std::fs::create_dir_all(&folder)?;
        let thread = std::thread::current();
        let test = thread.name().unwrap_or("test").replace("::", "-");
        let path = folder.join(format!("{test}.png"));
        std::fs::write(&path, self.picture().await?)?;
        Ok(path)
    }
}
