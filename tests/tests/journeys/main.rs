//! The portal as a person meets it, in real browsers: what no test below can hold.

#[macro_use]
extern crate end_to_end;

mod create;
mod flow;
mod harness;
mod prototype;
mod ship;
mod smoke;
