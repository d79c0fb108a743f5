//! The contract suite over the memory store.

fn main() -> std::process::ExitCode {
    contract_suite::run(contract_suite::over_memory)
}
