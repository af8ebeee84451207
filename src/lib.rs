#![forbid(unsafe_code)]
//! kehoach.
pub mod diag;
pub mod lang;
pub mod model;
pub mod world;
pub mod outline {
    pub mod view;
}
