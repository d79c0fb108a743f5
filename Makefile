# What is missing on the machine is installed by the first command that needs it: the scripts in
# scripts/install say what, and why it takes long.
.PHONY: help serve check test test-browsers shots shots-accept trees-accept dist bench bench-bytes lighthouse

help:
	@echo 'make serve        the prototype on http://127.0.0.1:8080/, rebuilt on change (PORT=8081 for another port)'
	@echo 'make check        formatting, lints, the rules of this repository, unit, contract and component tests: two minutes'
	@echo 'make test         every check, and the journeys through the built page in real browsers: a quarter of an hour'
	@echo 'make test NAME=x  only the journeys whose name contains x'
	@echo 'make test-browsers  all journeys, in Chromium, Firefox and WebKit'
	@echo 'make shots        a picture of every screen in every state, theme and width, in target/shots/index.html'
	@echo 'make shots-accept  keeps the pictures of the main screens, which make test compares with'
	@echo 'make trees-accept  keeps what a screen reader is handed of every screen, which make test compares with'
	@echo 'make dist         folders for any static host: dist/portal, dist/prototype, and a zip of each'
	@echo 'make bench        the figures of this build, on an emulated slow phone; added to bench/history.csv'
	@echo 'make bench-bytes  which crate and which screen costs how many bytes of the page'
	@echo 'make lighthouse   what Lighthouse says of sign-in and of the list of app passwords, on a phone'

serve:
	@PORT='$(PORT)' scripts/serve.sh

check:
	@scripts/check.sh

test:
	@scripts/test.sh $(NAME)

test-browsers:
	@scripts/test-browsers.sh

shots:
	@scripts/shots.sh

shots-accept:
	@scripts/shots.sh accept

trees-accept:
	@scripts/trees-accept.sh

dist:
	@scripts/dist.sh production prototype

bench:
	@scripts/bench.sh

bench-bytes:
	@scripts/bench-bytes.sh

lighthouse:
	@scripts/lighthouse.sh
