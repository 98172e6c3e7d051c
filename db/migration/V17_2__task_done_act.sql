-- 我已办 holds office actions (转办, 加签 …) beside completions; only the latter can be taken back.
ALTER TABLE task_done ADD COLUMN act VARCHAR(20) DEFAULT 'complete' NOT NULL;
