# What is missing on the machine is installed by the first command that needs it: the scripts in
# scripts/install say what, and why it takes long.
.PHONY: help serve test prototype production

help:
	@echo 'make serve       the prototype on http://127.0.0.1:8080/, rebuilt on change (PORT=8081 for another port)'
	@echo 'make test        every check: formatting, clippy, unit tests, end-to-end tests in real browsers'
	@echo 'make prototype   the prototype as static files, in target/e2e/prototype'
	@echo 'make production  the page for a real server as static files, in dist'

serve:
	@PORT='$(PORT)' scripts/serve.sh

test:
	@scripts/test.sh

prototype:
	@scripts/build.sh prototype target/e2e/prototype

production:
	@scripts/build.sh production dist
