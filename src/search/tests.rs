use super::block::blocks;
use super::shard::{Postings, shards};
use super::words::{Vocabulary, joined_numbers};
use crate::outline::view::{Entry, Words};

fn entry(title: &str, text: &str) -> Entry {
    let plain = |text: &str| Words { text: text.to_owned(), lang: None };
    Entry {
        href: "../a/".to_owned(),
        number: None,
        title: plain(title),
        text: Some(plain(text)),
        place: Some(plain("Lạng Sơn")),
        plan: None,
        call: None,
    }
}

#[test]
fn a_text_falls_into_words_with_and_without_accents() {
    let said = |text| {
        let mut found = Vocabulary::default();
        found.take(text, true);
        let (words, mut pairs) = found.words_and_pairs();
        let mut words: Vec<_> = words.iter().map(|word| format!("{}={}", word.form, word.folded)).collect();
        words.sort();
        pairs.sort();
        (words.join(" "), pairs.join(" "))
    };
    let own = |words: &str, pairs: &str| (words.to_owned(), pairs.to_owned());
    assert_eq!(said("Đuối nước, ĐUỐI 72,5%"), own("5=5 72=72 nước=nuoc đuối=duoi", "72_5 duoi_72 duoi_nuoc nuoc_duoi"));
    assert_eq!(said("71/KH-UBND"), own("71=71 kh=kh ubnd=ubnd", "71_kh kh_ubnd"));
    assert_eq!(said("– …"), own("", ""));
}

#[test]
fn a_telephone_number_in_groups_is_one_word_too() {
    assert_eq!(joined_numbers("gọi 1800 6605 hoặc 0225.3.747.888."), ["18006605", "02253747888"]);
    assert!(joined_numbers("giai đoạn 2021-2025, 111, 1800  6605, ngày 12/03/2020").is_empty());
}

#[test]
fn words_lead_to_their_blocks_by_form_and_by_beginning() {
    let all = [entry("Đuối nước", ""), entry("Dưới 16 tuổi", "")];
    let mut postings = Postings::default();
    for (number, entry) in (0..).zip(&all) {
        blocks(std::slice::from_ref(entry)).iter().for_each(|block| postings.take(number, block));
    }
    let lines = postings.word_lines();
    assert!(lines.contains(&"duoi dưới 11 đuối 01".to_owned()), "{lines:?}");
    assert!(lines.contains(&"duo* * 02".to_owned()) && lines.contains(&"lan* * 02".to_owned()), "{lines:?}");
    assert!(!lines.iter().any(|line| line.starts_with("duoi*") || line.starts_with("16*")), "{lines:?}");
    assert_eq!(postings.pair_lines(), ["16_tuoi 11", "duoi_16 11", "duoi_nuoc 01"]);
}

#[test]
fn every_line_is_in_the_shard_that_its_key_leads_to() {
    let lines: Vec<String> = (0..2_000).map(|n| format!("{:04}x{} 01", n / 7, n % 7)).collect();
    let made = shards(&lines);
    assert!(made.files.len() > 3 && made.starts.len() == made.files.len() - 1);
    for line in &lines {
        let at = made.starts.partition_point(|start| start.as_str() <= line.split(' ').next().unwrap());
        assert!(String::from_utf8_lossy(&made.files[at]).contains(&format!("\"{line}\"")), "{line}");
    }
}

#[test]
fn blocks_stay_small_and_lose_nothing() {
    let all: Vec<Entry> = (0..200).map(|n| entry(&format!("Nhiệm vụ {n}"), &"chăm sóc trẻ em ".repeat(20))).collect();
    let made = blocks(&all);
    let held =
        |bytes: &[u8]| serde_json::from_slice::<serde_json::Value>(bytes).unwrap()["entries"].as_array().unwrap().len();
    assert_eq!(made.iter().map(|block| held(&block.bytes)).sum::<usize>(), 200);
    assert!(made.len() > 5 && made.iter().all(|block| block.bytes.len() < 9_000));
    assert!(blocks(&[]).is_empty());
}
