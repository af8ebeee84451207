use super::Arg;
use crate::lang::slug;

/// "Did you mean ...?" where one of the choices is near, else the choices.
pub fn did_you_mean<'c>(text: &str, choices: impl Iterator<Item = &'c str> + Clone) -> Arg {
    let wanted = slug(text);
    let near = choices
        .clone()
        .map(|choice| (strsim::normalized_damerau_levenshtein(&wanted, &slug(choice)), choice))
        .max_by(|a, b| a.0.total_cmp(&b.0));
    if let Some((likeness, choice)) = near
        && likeness >= 0.6
    {
        return Arg::each(format!("Có phải ý bạn là `{choice}`?"), format!("Did you mean `{choice}`?"));
    }
    let list: Vec<_> = choices.clone().take(12).map(|c| format!("`{c}`")).collect();
    if list.is_empty() {
        return Arg::each("Chưa có mã nào để dẫn đến.", "There are none yet.");
    }
    let more = if choices.count() > list.len() { ", ..." } else { "." };
    let list = list.join(", ");
    Arg::each(format!("Có thể dùng: {list}{more}"), format!("Choose from: {list}{more}"))
}
