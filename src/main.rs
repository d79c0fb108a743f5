//! Starts the page, as the development server builds it.

fn main() {
    app_password_portal::run();
}
