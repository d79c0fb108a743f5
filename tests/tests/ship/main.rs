//! What is shipped: the folders of `make dist`, on hosts of every kind, before and without the program,
//! and over a network that fails.

mod anywhere;
mod first_paint;
mod hosts;
mod network;
mod policy;
mod release;
