//! Validates documents with the `jsonschema` crate: `languages LIST`, lines of SCHEMA<tab>DOCUMENT; prints a verdict a line.

use std::collections::HashMap;
use std::error::Error;
use std::fs;

use serde_json::Value;

fn read(path: &str) -> Result<Value, Box<dyn Error>> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn main() -> Result<(), Box<dyn Error>> {
    let list = fs::read_to_string(std::env::args().nth(1).ok_or("usage: languages LIST")?)?;
    let mut validators = HashMap::new();
    for line in list.lines() {
        let (schema, document) = line.split_once('\t').ok_or("no tab in a line")?;
        if !validators.contains_key(schema) {
            let validator = jsonschema::draft7::new(&read(schema)?).map_err(|error| error.to_string())?;
            validators.insert(schema, validator);
        }
        println!(
            "{}",
            match read(document) {
                Err(_) => "unreadable",
                Ok(value) if validators[schema].is_valid(&value) => "valid",
                Ok(_) => "invalid",
            }
        );
    }
    Ok(())
}
