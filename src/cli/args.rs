//! The commands and options, and what a command line asks for.

use super::words::Words;
use crate::preview::Editor;
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use clap_complete::Shell;
use jiff::civil::Date;
use std::ffi::OsString;
use std::net::{IpAddr, Ipv4Addr};
use std::path::{Path, PathBuf};

/// Where a preview listens if nobody says otherwise.
const PORT: u16 = 8080;

/// What is asked for.
#[derive(Debug)]
pub enum Task {
    Build(BuildTask),
    Check(CheckTask),
    Serve(ServeTask),
    Watch(WatchTask),
    New(NewTask),
    Schema(SchemaTask),
    Explain(ExplainTask),
    Completions(Shell),
}

/// `kehoach build`
#[derive(Debug)]
pub struct BuildTask {
    pub dir: PathBuf,
    pub out: PathBuf,
    pub base_url: Option<String>,
    pub as_of: Option<Date>,
    pub portable: bool,
    pub jobs: Option<usize>,
    pub precompress: bool,
    pub cache: bool,
    pub timings: bool,
    pub strict: bool,
}

/// `kehoach check`
#[derive(Debug)]
pub struct CheckTask {
    pub dir: PathBuf,
    pub as_of: Option<Date>,
    pub strict: bool,
    pub timings: bool,
    pub fidelity: bool,
    pub json: bool,
}

/// `kehoach serve`
#[derive(Debug)]
pub struct ServeTask {
    pub dir: PathBuf,
    pub host: IpAddr,
    pub port: u16,
    pub base_url: Option<String>,
    pub as_of: Option<Date>,
    pub poll: bool,
    pub open: bool,
    pub editor: Editor,
}

/// `kehoach watch`
#[derive(Debug)]
pub struct WatchTask {
    pub build: BuildTask,
    pub poll: bool,
}

/// `kehoach new`
#[derive(Debug)]
pub struct NewTask {
    pub dir: PathBuf,
}

/// `kehoach schema`
#[derive(Debug)]
pub struct SchemaTask {
    pub out: PathBuf,
}

/// `kehoach explain`
#[derive(Debug)]
pub struct ExplainTask {
    /// Which diagnostic; without one, all are listed.
    pub code: Option<String>,
}

/// Why there is nothing to do.
#[derive(Debug)]
pub enum Refusal {
    /// The arguments are wrong, or ask for help or the version.
    Clap(clap::Error),
    /// Something else is wrong; in words.
    Words(String),
}

/// Reads the arguments, the first of which is the program's name, and `SOURCE_DATE_EPOCH`.
pub fn parse(args: &[OsString], words: Words) -> Result<Task, Refusal> {
    let matches = command(words).try_get_matches_from(args).map_err(Refusal::Clap)?;
    match matches.subcommand() {
        Some(("build", given)) => Ok(Task::Build(build_task(given, words)?)),
        Some(("serve", given)) => Ok(Task::Serve(serve_task(given, words)?)),
        Some(("watch", given)) => {
            Ok(Task::Watch(WatchTask { build: build_task(given, words)?, poll: given.get_flag("poll") }))
        }
        Some(("new", given)) => Ok(Task::New(NewTask { dir: dir(given) })),
        Some(("schema", given)) => {
            let out = given.get_one::<PathBuf>("out").cloned().unwrap_or_else(|| PathBuf::from(crate::schema::FOLDER));
            Ok(Task::Schema(SchemaTask { out }))
        }
        Some(("explain", given)) => Ok(Task::Explain(ExplainTask { code: given.get_one::<String>("code").cloned() })),
        Some(("completions", given)) => {
            let shell = given.get_one::<String>("shell").and_then(|shell| shell.parse().ok());
            shell.map(Task::Completions).ok_or_else(|| Refusal::Words(words.not_understood().to_owned()))
        }
        Some((_, given)) => Ok(Task::Check(check_task(given, words)?)),
        None => Err(Refusal::Words(words.missing_command().to_owned())),
    }
}

fn build_task(given: &ArgMatches, words: Words) -> Result<BuildTask, Refusal> {
    let dir = dir(given);
    let beside = || if dir == Path::new(".") { PathBuf::from("public") } else { dir.join("public") };
    Ok(BuildTask {
        out: given.get_one::<PathBuf>("out").cloned().unwrap_or_else(beside),
        base_url: given.get_one::<String>("base-url").cloned(),
        as_of: as_of(given, words)?,
        portable: given.get_flag("portable"),
        jobs: given.get_one::<usize>("jobs").copied(),
        precompress: given.get_flag("precompress"),
        cache: !given.get_flag("no-cache"),
        timings: given.get_flag("timings"),
        strict: given.get_flag("strict"),
        dir,
    })
}

fn serve_task(given: &ArgMatches, words: Words) -> Result<ServeTask, Refusal> {
    Ok(ServeTask {
        dir: dir(given),
        host: given.get_one::<IpAddr>("host").copied().unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST)),
        port: given.get_one::<u16>("port").copied().unwrap_or(PORT),
        base_url: given.get_one::<String>("base-url").cloned(),
        as_of: as_of(given, words)?,
        poll: given.get_flag("poll"),
        open: given.get_flag("open"),
        editor: given.get_one::<Editor>("editor").cloned().unwrap_or_default(),
    })
}

/// `--as-of`, else `SOURCE_DATE_EPOCH`.
fn as_of(given: &ArgMatches, words: Words) -> Result<Option<Date>, Refusal> {
    given.get_one::<Date>("as-of").copied().map_or_else(|| source_date(words), |date| Ok(Some(date)))
}

fn check_task(given: &ArgMatches, words: Words) -> Result<CheckTask, Refusal> {
    let json = given.get_one::<String>("format").is_some_and(|format| format == "json");
    Ok(CheckTask {
        dir: dir(given),
        as_of: source_date(words)?,
        strict: given.get_flag("strict"),
        timings: given.get_flag("timings"),
        fidelity: given.get_flag("fidelity"),
        json,
    })
}

fn dir(given: &ArgMatches) -> PathBuf {
    given.get_one::<PathBuf>("dir").cloned().unwrap_or_else(|| PathBuf::from("."))
}

/// The day of `SOURCE_DATE_EPOCH` in UTC (<https://reproducible-builds.org/specs/source-date-epoch/>), which asks that a
/// value that is no number be an error.
fn source_date(words: Words) -> Result<Option<Date>, Refusal> {
    let Some(value) = std::env::var_os("SOURCE_DATE_EPOCH").filter(|value| !value.is_empty()) else { return Ok(None) };
    let seconds = value.to_str().and_then(|value| value.parse().ok());
    match seconds.and_then(|seconds| jiff::Timestamp::from_second(seconds).ok()) {
        Some(time) => Ok(Some(time.to_zoned(jiff::tz::TimeZone::UTC).date())),
        None => Err(Refusal::Words(words.bad_epoch(&value.to_string_lossy()))),
    }
}

/// The whole command line.
pub fn command(words: Words) -> Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{}\n{{subcommands}}\n\n{}\n{{options}}{{after-help}}",
        words.usage(),
        words.commands(),
        words.options()
    );
    base("kehoach", words.about(), words.usage_kehoach(), words)
        .version(env!("CARGO_PKG_VERSION"))
        .help_template(template)
        .after_help(words.exit_codes())
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(Arg::new("version").short('V').long("version").action(ArgAction::Version).help(words.help_version()))
        .arg(
            option("lang", words.language(), words.help_lang())
                .value_parser(PossibleValuesParser::new(["vi", "en"]))
                .global(true)
                .display_order(901),
        )
        .subcommand(build_command(words))
        .subcommand(check_command(words))
        .subcommand(serve_command(words))
        .subcommand(watch_command(words))
        .subcommand(new_command(words))
        .subcommand(schema_command(words))
        .subcommand(explain_command(words))
        .subcommand(completions_command(words))
}

fn build_command(words: Words) -> Command {
    publishing(stage_command("build", words.about_build(), words.usage_build(), words), words)
}

fn watch_command(words: Words) -> Command {
    publishing(stage_command("watch", words.about_watch(), words.usage_watch(), words), words)
        .arg(flag("poll", words.help_poll()))
}

/// A command that publishes a site.
fn publishing(command: Command, words: Words) -> Command {
    let jobs = move |value: &str| jobs(value).ok_or_else(|| words.bad_jobs());
    command
        .arg(option("out", words.folder(), words.help_out()).value_parser(value_parser!(PathBuf)))
        .args(of_site(words))
        .arg(flag("portable", words.help_portable()))
        .arg(flag("precompress", words.help_precompress()))
        .arg(flag("no-cache", words.help_no_cache()))
        .arg(option("jobs", words.number_of(), words.help_jobs()).value_parser(jobs))
}

/// What holds for the whole site.
fn of_site(words: Words) -> [Arg; 2] {
    let base_url = move |value: &str| whole_address(value).ok_or_else(|| words.bad_base_url());
    let as_of = move |value: &str| day(value).ok_or_else(|| words.bad_date());
    [
        option("base-url", words.url(), words.help_base_url()).value_parser(base_url),
        option("as-of", words.date(), words.help_as_of()).value_parser(as_of),
    ]
}

fn serve_command(words: Words) -> Command {
    let host = move |value: &str| value.parse::<IpAddr>().map_err(|_| words.bad_host());
    let port = move |value: &str| value.parse::<u16>().map_err(|_| words.bad_port());
    let editor = move |value: &str| Editor::named(value).ok_or_else(|| words.bad_editor());
    let dir = Arg::new("dir").value_name(words.folder()).help(words.help_dir()).value_parser(value_parser!(PathBuf));
    base("serve", words.about_serve(), words.usage_serve(), words)
        .help_template(command_template(words))
        .after_help(words.exit_codes())
        .arg(dir)
        .arg(
            option("host", words.url(), words.help_host())
                .value_parser(host)
                .num_args(0..=1)
                .default_missing_value("0.0.0.0"),
        )
        .arg(option("port", words.number_of(), words.help_port()).value_parser(port))
        .arg(flag("open", words.help_open()))
        .arg(option("editor", words.editor(), words.help_editor()).value_parser(editor))
        .arg(flag("poll", words.help_poll()))
        .args(of_site(words))
}

fn check_command(words: Words) -> Command {
    let formats = PossibleValuesParser::new(["human", "json"]);
    stage_command("check", words.about_check(), words.usage_check(), words)
        .arg(option("format", words.format(), words.help_format()).value_parser(formats))
        .arg(flag("fidelity", words.help_fidelity()))
}

fn new_command(words: Words) -> Command {
    let dir = Arg::new("dir").value_name(words.folder()).help(words.help_new_dir()).required(true);
    base("new", words.about_new(), words.usage_new(), words)
        .help_template(command_template(words))
        .arg(dir.value_parser(value_parser!(PathBuf)))
}

fn schema_command(words: Words) -> Command {
    let template = format!("{{about}}.\n\n{} {{usage}}\n\n{}\n{{options}}", words.usage(), words.options());
    base("schema", words.about_schema(), words.usage_schema(), words)
        .help_template(template)
        .arg(option("out", words.folder(), words.help_schema_out()).value_parser(value_parser!(PathBuf)))
}

fn explain_command(words: Words) -> Command {
    base("explain", words.about_explain(), words.usage_explain(), words)
        .help_template(command_template(words))
        .arg(Arg::new("code").value_name(words.code()).help(words.help_code()))
}

fn completions_command(words: Words) -> Command {
    let shells = PossibleValuesParser::new(["bash", "zsh", "fish", "powershell"]);
    let shell = Arg::new("shell").value_name(words.shell()).help(words.help_shell()).required(true);
    base("completions", words.about_completions(), words.usage_completions(), words)
        .help_template(command_template(words))
        .arg(shell.value_parser(shells).hide_possible_values(true))
}

/// A command that takes a portal.
fn stage_command(name: &'static str, about: &'static str, usage: &'static str, words: Words) -> Command {
    base(name, about, usage, words)
        .help_template(command_template(words))
        .after_help(words.exit_codes())
        .arg(Arg::new("dir").value_name(words.folder()).help(words.help_dir()).value_parser(value_parser!(PathBuf)))
        .arg(flag("timings", words.help_timings()).display_order(899))
        .arg(flag("strict", words.help_strict()).display_order(900))
}

fn command_template(words: Words) -> String {
    format!(
        "{{about}}.\n\n{} {{usage}}\n\n{}\n{{positionals}}\n\n{}\n{{options}}{{after-help}}",
        words.usage(),
        words.arguments(),
        words.options()
    )
}

fn base(name: &'static str, about: &'static str, usage: &'static str, words: Words) -> Command {
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help).help(words.help_help());
    Command::new(name).about(about).override_usage(usage).disable_help_flag(true).arg(help.display_order(1000))
}

fn flag(name: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).action(ArgAction::SetTrue).help(help)
}

/// An option with a value; which values there are and which is taken without it is said in its help.
fn option(name: &'static str, value: &'static str, help: &'static str) -> Arg {
    Arg::new(name).long(name).value_name(value).help(help).hide_possible_values(true)
}

/// An address that pages can stand under, ending in `/`.
fn whole_address(value: &str) -> Option<String> {
    let rest = value.strip_prefix("https://").or_else(|| value.strip_prefix("http://"))?;
    let plain = !rest.is_empty() && !rest.starts_with('/') && !rest.contains(['?', '#', '"', '<', '>', '\\']);
    let printable = !rest.contains(|c: char| c.is_whitespace() || c.is_control());
    (plain && printable).then(|| format!("{}/", value.trim_end_matches('/')))
}

/// A number of threads. More than these are a slip of the finger.
fn jobs(value: &str) -> Option<usize> {
    value.parse().ok().filter(|jobs| (1..=1024).contains(jobs))
}

fn day(value: &str) -> Option<Date> {
    // Without the check of its length a time of day would do as well.
    (value.len() == "2026-11-22".len()).then(|| value.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;

    #[test]
    fn the_definition_of_the_commands_is_sound() {
        for lang in [Lang::VI, Lang::EN] {
            command(Words::new(lang)).debug_assert();
        }
    }

    #[test]
    fn an_address_gets_its_last_slash() {
        assert_eq!(whole_address("https://example.org/ke-hoach").as_deref(), Some("https://example.org/ke-hoach/"));
        assert_eq!(whole_address("http://localhost:8000/").as_deref(), Some("http://localhost:8000/"));
        for bad in ["example.org", "https://", "https:///x", "ftp://example.org", "https://a b/", "https://a/?b"] {
            assert_eq!(whole_address(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_day_is_a_whole_date() {
        assert!(day("2026-02-28").is_some());
        for bad in ["2026-02-30", "2026-2-3", "2026", "20260228", "2026-02-28T00:00"] {
            assert!(day(bad).is_none(), "{bad}");
        }
    }
}
