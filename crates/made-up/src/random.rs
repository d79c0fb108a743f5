//! The one source of random bytes of a made-up world.

/// SplitMix64 (Steele, Lea, Flood 2014): the next state.
const fn step(state: u64) -> u64 {
    state.wrapping_add(0x9E37_79B9_7F4A_7C15)
}

/// Its output for a state. Small, and good enough for made-up data.
pub(crate) const fn mix(state: u64) -> u64 {
    let mut mixed = step(state);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    mixed ^ (mixed >> 31)
}

/// Overwrites `bytes`; `state` goes on.
pub(crate) fn fill(state: &mut u64, bytes: &mut [u8]) {
    bytes.fill_with(|| {
        let byte = (mix(*state) >> 56) as u8;
        *state = step(*state);
        byte
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_and_goes_on_where_it_was() {
        let draw = |mut seed: u64| {
            let mut bytes = [0; 32];
            fill(&mut seed, &mut bytes);
            (bytes, seed)
        };
        assert_eq!(draw(7), draw(7));
        assert_ne!(draw(7).0, draw(8).0);
        assert_ne!(draw(7).0, draw(draw(7).1).0);
    }
}
