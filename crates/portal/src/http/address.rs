//! Where a request came from.

/// The address of a client, for counting password tries. The host adds it as a request extension;
/// without it all requests count as one address.
#[derive(Clone, Debug)]
pub struct ClientAddress(pub String);
