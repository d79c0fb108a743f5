//! How texts that people type are compared, whatever device they typed them on.

pub mod email;
mod punycode;
pub mod unicode;
