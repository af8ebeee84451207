//! JSON Schemas of the content files, for editors: VS Code's YAML extension completes fields, explains them and marks
//! mistakes while one types. Made of what the decoders say of themselves ([`Record`]), so the two cannot differ; draft 7,
//! since `yaml-language-server` knows that best.
//!
//! A schema sees one file as YAML's own types have it. It knows no other file, so references, languages and whatever
//! takes two files to see remain the business of `kehoach check`.

use crate::load::{Field, Record, Rule, Shape, Words, files};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The folder beside `content/` in which a portal keeps them.
pub const FOLDER: &str = "schemas";

/// The schema of each kind of content file: the name of its file, and its text.
pub fn schemas() -> Vec<(String, String)> {
    let text = |record| format!("{:#}\n", schema(record));
    files().into_iter().map(|(name, record)| (format!("{name}.json"), text(record))).collect()
}

fn schema(root: Record) -> Value {
    let mut writer = Writer::default();
    let mut schema = writer.record(root);
    schema["$schema"] = json!("http://json-schema.org/draft-07/schema#");
    schema["definitions"] = Value::Object(writer.definitions.into_iter().collect::<Map<_, _>>());
    schema
}

#[derive(Default)]
struct Writer {
    /// Records and shapes that are used again and again, by their names.
    definitions: BTreeMap<String, Value>,
}

impl Writer {
    fn record(&mut self, record: Record) -> Value {
        let required: Vec<_> = record.fields.iter().filter(|field| field.required).map(|field| field.name).collect();
        let properties: Map<_, _> =
            record.fields.iter().map(|field| (field.name.to_owned(), self.field(field))).collect();
        let mut schema = json!({
            "title": in_both(record.called),
            "type": "object",
            "properties": properties,
            "required": required,
            "additionalProperties": false,
        });
        let each = |names: &[&str]| names.iter().map(|name| json!({"required": [name]})).collect::<Value>();
        match record.rule {
            Some(Rule::Any(names)) => schema["anyOf"] = each(names),
            Some(Rule::One(names)) => schema["oneOf"] = each(names),
            None => {}
        }
        schema
    }

    fn field(&mut self, field: &Field) -> Value {
        let mut schema = self.shape(field.shape);
        // Draft 7 has validators pass over what stands beside a `$ref`; editors show it all the same.
        schema["description"] = json!(in_both(field.about));
        schema
    }

    fn shape(&mut self, shape: Shape) -> Value {
        match shape {
            Shape::Line => json!({"type": ["string", "number"]}),
            Shape::Form(form) => {
                // `patternErrorMessage` is an extension of the editors' language servers.
                let mut value =
                    json!({"type": "string", "pattern": form.pattern, "patternErrorMessage": in_both(form.hint)});
                if let Some((low, high)) = form.numbers {
                    value["type"] = json!(["string", "integer"]);
                    value["minimum"] = json!(low);
                    value["maximum"] = json!(high);
                }
                value
            }
            Shape::Whole(low, high) if low == high => json!({"const": low}),
            Shape::Whole(low, high) => json!({"type": "integer", "minimum": low, "maximum": high}),
            Shape::Figure => json!({"type": ["number", "string"], "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}),
            Shape::Flag => json!({"type": "boolean"}),
            Shape::Words(words) => json!({"enum": words()}),
            Shape::Text => self.named("Text", |writer| {
                let mut text = writer.by_language(Shape::Line);
                text["type"] = json!(["string", "number", "object"]);
                text["minLength"] = json!(1);
                text
            }),
            Shape::Cell => self.named("Cell", |writer| {
                let mut cell = writer.by_language(Shape::Line);
                cell["type"] = json!(["string", "number", "object"]);
                cell
            }),
            Shape::List(of, least, most) => {
                let mut list = json!({"type": "array", "items": self.shape(of())});
                if least > 0 {
                    list["minItems"] = json!(least);
                }
                if let Some(most) = most {
                    list["maxItems"] = json!(most);
                }
                list
            }
            Shape::Record(of) => {
                let record = of();
                self.named(record.name.trim_start_matches("Raw"), |writer| writer.record(record))
            }
            Shape::Entries(of) => json!({"type": "object", "additionalProperties": self.shape(of())}),
            Shape::ByLanguage(of) => self.by_language(of()),
            Shape::ByWord(words, of) => {
                let each: Map<_, _> = words().into_iter().map(|word| (word.to_owned(), self.shape(of()))).collect();
                json!({"type": "object", "properties": each, "additionalProperties": false})
            }
            Shape::Either(shapes) => self.either(shapes),
        }
    }

    /// One or the other: first whether there are fields, so that a mistake in them is not told as "neither".
    fn either(&mut self, shapes: &[fn() -> Shape]) -> Value {
        let fielded = |of: &&fn() -> Shape| matches!(of(), Shape::Record(_) | Shape::ByLanguage(_));
        let (fields, plain): (Vec<_>, Vec<_>) = shapes.iter().partition(fielded);
        let mut any = |shapes: Vec<&fn() -> Shape>| match shapes[..] {
            [one] => self.shape(one()),
            _ => json!({"anyOf": shapes.iter().map(|of| self.shape(of())).collect::<Value>()}),
        };
        match (fields.is_empty(), plain.is_empty()) {
            (false, false) => json!({"if": {"type": "object"}, "then": any(fields), "else": any(plain)}),
            _ => any(shapes.iter().collect()),
        }
    }

    fn by_language(&mut self, value: Shape) -> Value {
        let value = self.shape(value);
        json!({
            "type": "object",
            "properties": {"vi": value, "en": value},
            "patternProperties": {"^[a-z]{2,3}$": value},
            "additionalProperties": false,
            "minProperties": 1,
        })
    }

    /// A reference to a definition, which is made when it is first used: it may lead back to itself.
    fn named(&mut self, name: &str, make: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.definitions.contains_key(name) {
            self.definitions.insert(name.to_owned(), Value::Null);
            let made = make(self);
            self.definitions.insert(name.to_owned(), made);
        }
        json!({"$ref": format!("#/definitions/{name}")})
    }
}

fn in_both(words: Words) -> String {
    match words.vi == words.en {
        true => words.vi.to_owned(),
        false => format!("{} — {}", words.vi, words.en),
    }
}
