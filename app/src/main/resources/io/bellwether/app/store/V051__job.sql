-- When each job is due and which server has it; the names of the columns are those of the scheduler library.
create table job_due (
    task_name text not null,
    task_instance text not null,
    task_data ${bytes},
    execution_time text not null,
    picked boolean not null,
    picked_by text,
    last_success text,
    last_failure text,
    consecutive_failures integer,
    last_heartbeat text,
    version bigint not null,
    priority integer,
    primary key (task_name, task_instance)
);

create index job_due_time on job_due (execution_time);

-- Every run of every job.
create table job_run (
    id ${id},
    job text not null,
    started text not null,
    finished text,
    outcome text not null,
    message text not null,
    runner text not null
);

create index job_run_job on job_run (job, id);
