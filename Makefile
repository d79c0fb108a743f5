# What is missing on the machine is installed by the first command that needs it: the scripts in
# scripts/install say what, and why it takes long.
.PHONY: help serve test test-browsers dist bench bench-bytes

help:
	@echo 'make serve        the prototype on http://127.0.0.1:8080/, rebuilt on change (PORT=8081 for another port)'
	@echo 'make test         every check: formatting, clippy, unit tests, end-to-end tests in real browsers'
	@echo 'make test-browsers  the end-to-end tests whole, in Chromium, Firefox and WebKit'
	@echo 'make dist         folders for any static host: dist/portal, dist/prototype, and a zip of each'
	@echo 'make bench        the figures of this build, on an emulated slow phone; added to bench/history.csv'
	@echo 'make bench-bytes  which crate and which screen costs how many bytes of the page'

serve:
	@PORT='$(PORT)' scripts/serve.sh

test:
	@scripts/test.sh

test-browsers:
	@scripts/test-browsers.sh

dist:
	@scripts/dist.sh

bench:
	@scripts/bench.sh

bench-bytes:
	@scripts/bench-bytes.sh
