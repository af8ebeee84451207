//! The portal of invented plans that speed is measured on is sound, and the same each time.

#[path = "../benches/portal/mod.rs"]
mod portal;

use kehoach::world::MemoryWorld;
use portal::figure::Figure;
use portal::{SEED, files, plan_id};

fn checked(plans: usize, edit: impl Fn(&str, String) -> String) -> kehoach::Checked {
    let mut world = MemoryWorld::new(jiff::civil::date(2026, 11, 22));
    for (path, text) in files(plans, SEED) {
        let text = edit(&path, text);
        world.write(&path, text);
    }
    kehoach::check(&world, None)
}

#[test]
fn a_generated_portal_is_sound() {
    let checked = checked(10, |_, text| text);
    let said: Vec<_> = checked.report.diagnostics.iter().map(|told| told.code.entry().name).collect();
    // Of the tenth plan alone the portal keeps the figures.
    assert_eq!(said, ["report-not-in-data"]);
    assert_eq!(checked.portal.expect("it is sound").plans.len(), 10);
}

#[test]
fn a_plan_depends_on_the_seed_and_its_number_alone() {
    let of = |plans, seed| files(plans, seed).collect::<Vec<_>>();
    let (three, four) = (of(3, SEED), of(4, SEED));
    assert_eq!(three, of(3, SEED));
    assert_eq!(three, four[..three.len()]);
    let other = of(3, SEED + 1);
    let plans = |files: &[portal::File]| files[files.len() - 3..].to_vec();
    assert!(plans(&three).iter().zip(plans(&other)).all(|(one, other)| one.0 == other.0 && one.1 != other.1));
}

#[test]
fn a_generated_plan_has_the_size_of_real_ones() {
    let (plans, bytes) = files(30, SEED)
        .filter(|(path, _)| path.ends_with("/plan.yaml"))
        .fold((0, 0), |(n, all), (_, text)| (n + 1, all + text.len()));
    assert_eq!(plans, 30);
    assert!((60_000..76_000).contains(&(bytes / plans)), "{} bytes a plan", bytes / plans);
}

#[test]
fn a_figure_that_is_edited_leaves_a_sound_portal() {
    for number in 1..=3 {
        let figure = Figure::in_plan(number, SEED);
        let path = format!("content/plans/{}/plan.yaml", plan_id(number));
        let checked = checked(3, |at, text| if at == path { figure.text_with("61.0017") } else { text });
        assert!(checked.report.diagnostics.is_empty(), "{number}");
        assert!(figure.target("en").contains("/targets/"));
    }
}
