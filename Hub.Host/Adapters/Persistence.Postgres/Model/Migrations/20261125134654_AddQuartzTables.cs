using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Adapters.Persistence.Postgres.Model.Migrations
{
    /// <inheritdoc />
    public partial class AddQuartzTables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The columns are those of Quartz 4.7; its optional history is not kept. Another version may want others: see ADR 0012.
            migrationBuilder.Sql(
                """
                CREATE TABLE messaging.qrtz_job_details (
                  sched_name text NOT NULL, job_name text NOT NULL, job_group text NOT NULL, description text, job_class_name text NOT NULL,
                  is_durable bool NOT NULL, is_nonconcurrent bool NOT NULL, is_update_data bool NOT NULL, requests_recovery bool NOT NULL, job_data bytea,
                  PRIMARY KEY (sched_name, job_name, job_group));

                CREATE TABLE messaging.qrtz_triggers (
                  sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, job_name text NOT NULL, job_group text NOT NULL,
                  description text, next_fire_time bigint, prev_fire_time bigint, priority integer, trigger_state text NOT NULL, trigger_type text NOT NULL,
                  start_time bigint NOT NULL, end_time bigint, calendar_name text, misfire_instr smallint, misfire_orig_fire_time bigint,
                  execution_group varchar(200), preferred_node varchar(200), preferred_node_auto bool NOT NULL DEFAULT false,
                  retry_policy varchar(250), retry_attempt integer,
                  continues_trigger_name text, continues_trigger_group text, continuation_condition integer, overlap_policy integer,
                  pause_reason varchar(250), paused_by varchar(200), paused_at bigint, misfire_threshold bigint, fixed_delay bool, job_data bytea,
                  PRIMARY KEY (sched_name, trigger_name, trigger_group),
                  FOREIGN KEY (sched_name, job_name, job_group) REFERENCES messaging.qrtz_job_details);

                CREATE TABLE messaging.qrtz_simple_triggers (
                  sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL,
                  repeat_count bigint NOT NULL, repeat_interval bigint NOT NULL, times_triggered bigint NOT NULL,
                  PRIMARY KEY (sched_name, trigger_name, trigger_group),
                  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES messaging.qrtz_triggers ON DELETE CASCADE);

                CREATE TABLE messaging.qrtz_cron_triggers (
                  sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, cron_expression text NOT NULL, time_zone_id text,
                  PRIMARY KEY (sched_name, trigger_name, trigger_group),
                  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES messaging.qrtz_triggers ON DELETE CASCADE);

                CREATE TABLE messaging.qrtz_simprop_triggers (
                  sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL,
                  str_prop_1 text, str_prop_2 text, str_prop_3 text, int_prop_1 integer, int_prop_2 integer, long_prop_1 bigint, long_prop_2 bigint,
                  dec_prop_1 numeric, dec_prop_2 numeric, bool_prop_1 bool, bool_prop_2 bool, time_zone_id text,
                  PRIMARY KEY (sched_name, trigger_name, trigger_group),
                  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES messaging.qrtz_triggers ON DELETE CASCADE);

                CREATE TABLE messaging.qrtz_blob_triggers (
                  sched_name text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, blob_data bytea,
                  PRIMARY KEY (sched_name, trigger_name, trigger_group),
                  FOREIGN KEY (sched_name, trigger_name, trigger_group) REFERENCES messaging.qrtz_triggers ON DELETE CASCADE);

                CREATE TABLE messaging.qrtz_calendars (
                  sched_name text NOT NULL, calendar_name text NOT NULL, calendar bytea NOT NULL, PRIMARY KEY (sched_name, calendar_name));

                CREATE TABLE messaging.qrtz_paused_trigger_grps (
                  sched_name text NOT NULL, trigger_group text NOT NULL, pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
                  PRIMARY KEY (sched_name, trigger_group));

                CREATE TABLE messaging.qrtz_paused_job_grps (
                  sched_name text NOT NULL, job_group text NOT NULL, pause_reason varchar(250), paused_by varchar(200), paused_at bigint,
                  PRIMARY KEY (sched_name, job_group));

                CREATE TABLE messaging.qrtz_fired_triggers (
                  sched_name text NOT NULL, entry_id text NOT NULL, trigger_name text NOT NULL, trigger_group text NOT NULL, instance_name text NOT NULL,
                  fired_time bigint NOT NULL, sched_time bigint NOT NULL, priority integer NOT NULL, state text NOT NULL, job_name text, job_group text,
                  is_nonconcurrent bool NOT NULL, requests_recovery bool, execution_group varchar(200), progress integer, progress_message varchar(250),
                  interrupt_requested_time bigint, PRIMARY KEY (sched_name, entry_id));

                CREATE TABLE messaging.qrtz_scheduler_state (
                  sched_name text NOT NULL, instance_name text NOT NULL, last_checkin_time bigint NOT NULL, checkin_interval bigint NOT NULL,
                  quartz_version varchar(20), PRIMARY KEY (sched_name, instance_name));

                CREATE TABLE messaging.qrtz_locks (sched_name text NOT NULL, lock_name text NOT NULL, PRIMARY KEY (sched_name, lock_name));

                CREATE INDEX ix_qrtz_triggers_job ON messaging.qrtz_triggers (sched_name, job_name, job_group);
                CREATE INDEX ix_qrtz_triggers_next ON messaging.qrtz_triggers (sched_name, trigger_state, next_fire_time, priority DESC, misfire_instr);
                CREATE INDEX ix_qrtz_fired_triggers_instance ON messaging.qrtz_fired_triggers (sched_name, instance_name, requests_recovery);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(
                """
                DROP TABLE messaging.qrtz_simple_triggers, messaging.qrtz_cron_triggers, messaging.qrtz_simprop_triggers, messaging.qrtz_blob_triggers,
                  messaging.qrtz_triggers, messaging.qrtz_job_details, messaging.qrtz_calendars, messaging.qrtz_paused_trigger_grps,
                  messaging.qrtz_paused_job_grps, messaging.qrtz_fired_triggers, messaging.qrtz_scheduler_state, messaging.qrtz_locks
                """);
        }
    }
}
