//! The sweep: see `states`.

#[macro_use]
extern crate end_to_end;

mod comparison;
mod states;
