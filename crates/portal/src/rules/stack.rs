//! What finished calls leave on the stack. A hash works on a copy of what it hashes, and a value that is
//! moved later takes such bytes along in its gaps, onto the heap.

/// Bytes that the calls in question use, with room to spare.
const DEPTH: usize = 4 * 1024;

/// Overwrites them. To be called by whoever called the function that held a secret.
#[inline(never)]
pub fn overwrite() {
    let mut left_over = [0_u8; DEPTH];
    std::hint::black_box(&mut left_over);
}
