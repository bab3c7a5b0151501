CREATE TABLE submission (seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, created_at INTEGER NOT NULL, account_id TEXT NOT NULL, account_name TEXT NOT NULL, base_url TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL, from_name TEXT NOT NULL, to_name TEXT NOT NULL, search_text TEXT NOT NULL, instance TEXT NOT NULL, state TEXT NOT NULL, stored INTEGER NOT NULL, stored_differently INTEGER NOT NULL, failed INTEGER NOT NULL, missing INTEGER NOT NULL, unknown INTEGER NOT NULL, not_sent INTEGER NOT NULL, pending INTEGER NOT NULL) STRICT;
CREATE INDEX submission_by_time ON submission (created_at);
CREATE INDEX submission_in_flight ON submission (instance) WHERE state = 'in_flight';
CREATE TABLE exchange (id INTEGER PRIMARY KEY, submission INTEGER NOT NULL REFERENCES submission (seq) ON DELETE CASCADE, position INTEGER NOT NULL, operation TEXT NOT NULL, from_id TEXT NOT NULL, to_id TEXT NOT NULL, method TEXT NOT NULL, path TEXT NOT NULL, state TEXT NOT NULL, sent_at INTEGER, answered_at INTEGER, http_status INTEGER, reason BLOB, headers TEXT, failure TEXT, failure_text TEXT, response BLOB, body BLOB NOT NULL, UNIQUE (submission, position)) STRICT;
CREATE TABLE limit_change (exchange INTEGER NOT NULL REFERENCES exchange (id) ON DELETE CASCADE, position INTEGER NOT NULL, category TEXT NOT NULL, type_id INTEGER NOT NULL, asked_limit INTEGER, label TEXT NOT NULL, PRIMARY KEY (exchange, position)) STRICT, WITHOUT ROWID;
CREATE INDEX limit_change_by_type ON limit_change (type_id, category);
PRAGMA application_id = 1097623657;
PRAGMA user_version = 1;
INSERT INTO submission (seq, id, created_at, account_id, account_name, base_url, from_id, to_id, from_name, to_name, search_text, instance, state, stored, stored_differently, failed, missing, unknown, not_sent, pending)
VALUES (1, '6f1f2a52-8b0c-4c1e-9d3a-0a2b3c4d5e6f', 1793710925678, 'environment', 'HubSpot', 'https://api.hubapi.com', '0-1', '0-2', 'Contacts', 'Companies', 'contacts
0-1
companies
0-2
hubspot', '0c8a7b58-52c5-4cf5-8a55-3a1f0f6f1b11', 'finished', 1, 0, 1, 0, 1, 0, 0);
INSERT INTO exchange (id, submission, position, operation, from_id, to_id, method, path, state, sent_at, answered_at, http_status, reason, headers, failure, failure_text, response, body)
VALUES (1, 1, 0, 'create', '0-1', '0-2', 'POST', '/crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/create', 'answered', 1793710925700, 1793710926100, 207, CAST('Multi-Status' AS BLOB), '[["Content-Type","application/json"]]', NULL, '', CAST('{"status":"COMPLETE"}' AS BLOB), CAST('{"inputs":[]}' AS BLOB)),
(2, 1, 1, 'create', '0-1', '0-2', 'POST', '/crm/associations/2026-03/definitions/configurations/0-1/0-2/batch/create', 'answered', 1793710926200, 1793710926300, 0, x'', '[]', 'connection_lost', 'Connection closed', x'', CAST('{"inputs":[]}' AS BLOB));
INSERT INTO limit_change (exchange, position, category, type_id, asked_limit, label)
VALUES (1, 0, 'HUBSPOT_DEFINED', 279, 5, ''),
(1, 1, 'USER_DEFINED', 28, 12, 'Billing contact'),
(2, 0, 'WORK', 7, NULL, '');
INSERT INTO submission (seq, id, created_at, account_id, account_name, base_url, from_id, to_id, from_name, to_name, search_text, instance, state, stored, stored_differently, failed, missing, unknown, not_sent, pending)
VALUES (2, '7a2b6f10-1f2e-4d3c-8b4a-1a2b3c4d5e6f', 1793710999000, 'sandbox', 'Sandbox', 'http://127.0.0.1:8080', '0-3', '2-77', 'Deals', 'Pets', 'deals
0-3
pets
2-77
sandbox', '0c8a7b58-52c5-4cf5-8a55-3a1f0f6f1b11', 'interrupted', 0, 0, 0, 0, 1, 1, 0),
(3, '8b3c7f21-2f3e-4e4d-9c5b-2a2b3c4d5e6f', 1793711000000, 'sandbox', 'Sandbox', 'http://127.0.0.1:8080', '0-3', '2-77', 'Deals', 'Pets', 'deals
0-3
pets
2-77
sandbox', '1d9b8c69-63d6-4de6-9b66-4b2a1a7a2c22', 'in_flight', 1, 0, 0, 0, 0, 0, 2);
INSERT INTO exchange (id, submission, position, operation, from_id, to_id, method, path, state, sent_at, answered_at, http_status, reason, headers, failure, failure_text, response, body)
VALUES (3, 2, 0, 'update', '0-3', '2-77', 'POST', '/crm/associations/2026-03/definitions/configurations/0-3/2-77/batch/update', 'sent', 1793710999100, NULL, NULL, NULL, NULL, NULL, NULL, NULL, CAST('{"inputs":[]}' AS BLOB)),
(4, 2, 1, 'purge', '2-77', '0-3', 'POST', '/crm/associations/2026-03/definitions/configurations/2-77/0-3/batch/purge', 'not_sent', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, CAST('{"inputs":[]}' AS BLOB)),
(5, 3, 0, 'purge', '0-3', '2-77', 'POST', '/crm/associations/2026-03/definitions/configurations/0-3/2-77/batch/purge', 'answered', 1793711000100, 1793711000200, 204, x'', '[]', NULL, '', x'', CAST('{"inputs":[]}' AS BLOB)),
(6, 3, 1, 'update', '0-3', '2-77', 'POST', '/crm/associations/2026-03/definitions/configurations/0-3/2-77/batch/update', 'sent', 1793711000300, NULL, NULL, NULL, NULL, NULL, NULL, NULL, CAST('{"inputs":[]}' AS BLOB)),
(7, 3, 2, 'update', '0-3', '2-77', 'POST', '/crm/associations/2026-03/definitions/configurations/0-3/2-77/batch/update', 'planned', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, CAST('{"inputs":[]}' AS BLOB));
INSERT INTO limit_change (exchange, position, category, type_id, asked_limit, label)
VALUES (3, 0, 'USER_DEFINED', 5, 9, 'Vet'),
(4, 0, 'INTEGRATOR_DEFINED', 6, NULL, ''),
(5, 0, 'USER_DEFINED', 5, NULL, 'Vet'),
(6, 0, 'USER_DEFINED', 7, 2, ''),
(7, 0, 'USER_DEFINED', 8, 10000, '')