//! What is shipped: the folders of `make dist`, on hosts of every kind, before and without the program,
//! over a network that fails, and with none.

mod anywhere;
mod first_paint;
mod hosts;
mod network;
mod offline;
mod policy;
mod release;
mod renewed;
