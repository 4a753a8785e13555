-- Each log-in asks how many browsers are known for an address, and some forget them.
CREATE INDEX devices_by_email ON devices (email);
