//! The crate's own source, parsed, with the names that its files import. `cfg` stands in `lib.rs` alone, so no file has
//! two readings.

use crate::root;
use std::{
    collections::{BTreeMap, HashMap},
    fs,
    path::Path,
};
use syn::{Item, UseTree, Visibility};

/// A path of names: `["door", "verbs"]`.
pub type Names = Vec<String>;

/// All modules of the crate.
pub struct Source {
    modules: BTreeMap<Names, Module>,
}

/// One file.
pub struct Module {
    pub items: Vec<Item>,
    /// What each imported name stands for.
    uses: HashMap<String, Names>,
    /// What everything is imported from.
    globs: Vec<Names>,
}

/// Where a name leads.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Meaning {
    /// An item of this crate: its module and its name there.
    Own(Names, String),
    /// Something of this other crate.
    Other(String),
    /// A name of the language, or a generic one.
    Plain,
}

impl Source {
    pub fn read() -> Self {
        let mut source = Self { modules: BTreeMap::new() };
        source.read_folder(&root().join("src"), &[]);
        source
    }

    fn read_folder(&mut self, folder: &Path, above: &[String]) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            let module = if name == "lib" { vec![] } else { [above, &[name]].concat() };
            if path.is_dir() {
                self.read_folder(&path, &module);
            } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("src/main.rs") {
                let file = syn::parse_file(&fs::read_to_string(&path).unwrap());
                let file = file.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
                self.modules.insert(module.clone(), Module::new(&module, file.items));
            }
        }
    }

    pub fn modules(&self) -> impl Iterator<Item = (&Names, &Module)> {
        self.modules.iter()
    }

    /// The names that `lib.rs` gives away, each with where it is defined.
    pub fn exported(&self) -> BTreeMap<String, Meaning> {
        let mut exported = BTreeMap::new();
        for item in &self.modules[&Names::new()].items {
            let Item::Use(line) = item else { continue };
            if matches!(line.vis, Visibility::Public(_)) {
                let mut uses = HashMap::new();
                collect(&line.tree, &mut Vec::new(), &mut uses, &mut Vec::new());
                exported.extend(uses.into_iter().map(|(name, path)| (name, self.follow(&[], &path))));
            }
        }
        exported
    }

    /// Finds out what a path means that is written in this module.
    pub fn meaning(&self, module: &[String], path: &[String]) -> Meaning {
        let first = path[0].as_str();
        if ["crate", "super", "self"].contains(&first) {
            return self.follow(module, path);
        }
        let here = &self.modules[module];
        if here.defines(first) {
            return Meaning::Own(module.to_vec(), first.to_owned());
        }
        if let Some(import) = here.uses.get(first) {
            return self.follow(module, &[import.as_slice(), &path[1..]].concat());
        }
        if path.len() > 1 && first.chars().all(|c| c.is_lowercase() || c == '_') {
            return Meaning::Other(first.to_owned());
        }
        let from_prelude = |glob: &Names| glob[0] == "leptos" && first.chars().any(char::is_lowercase) && !plain(first);
        if here.globs.iter().any(from_prelude) { Meaning::Other("leptos".to_owned()) } else { Meaning::Plain }
    }

    /// Follows a whole path through the modules of this crate and their re-exports.
    fn follow(&self, module: &[String], path: &[String]) -> Meaning {
        let mut at = module.to_vec();
        let mut names = path.iter().peekable();
        match path[0].as_str() {
            "crate" => at.clear(),
            "super" | "self" => {}
            other if self.modules.contains_key(&vec![other.to_owned()]) => at.clear(),
            other => return Meaning::Other(other.to_owned()),
        }
        while let Some(name) = names.next() {
            match name.as_str() {
                "crate" | "self" => {}
                "super" => drop(at.pop()),
                name => {
                    let deeper = [at.as_slice(), &[name.to_owned()]].concat();
                    if self.modules.contains_key(&deeper) && names.peek().is_some() {
                        at = deeper;
                        continue;
                    }
                    let here = &self.modules[&at];
                    return match here.uses.get(name) {
                        Some(import) if !here.defines(name) => self.follow(&at, import),
                        _ => Meaning::Own(at, name.to_owned()),
                    };
                }
            }
        }
        Meaning::Plain
    }
}

impl Module {
    fn new(module: &[String], items: Vec<Item>) -> Self {
        let (mut uses, mut globs) = (HashMap::new(), Vec::new());
        for item in &items {
            if let Item::Use(line) = item {
                collect(&line.tree, &mut Vec::new(), &mut uses, &mut globs);
            }
        }
        // `pub use log::start` means the module beside it.
        let children: Vec<String> = items
            .iter()
            .filter_map(|item| if let Item::Mod(child) = item { Some(child.ident.to_string()) } else { None })
            .collect();
        for path in uses.values_mut().filter(|path| children.contains(&path[0])) {
            *path = [&["crate".to_owned()], module, path.as_slice()].concat();
        }
        Self { items, uses, globs }
    }

    fn defines(&self, name: &str) -> bool {
        self.items.iter().any(|item| name_of(item).is_some_and(|own| own == name))
    }
}

/// The name of an item that other files can take.
pub fn name_of(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Struct(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        Item::Const(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Names that every file has.
fn plain(name: &str) -> bool {
    const PLAIN: [&str; 24] = [
        "Self",
        "String",
        "Option",
        "Result",
        "Vec",
        "Box",
        "Send",
        "Sync",
        "Sized",
        "Clone",
        "Copy",
        "Fn",
        "FnMut",
        "FnOnce",
        "From",
        "Into",
        "Default",
        "Iterator",
        "AsRef",
        "ToString",
        "PartialEq",
        "Eq",
        "Drop",
        "Future",
    ];
    PLAIN.contains(&name)
}

fn collect(tree: &UseTree, path: &mut Names, uses: &mut HashMap<String, Names>, globs: &mut Vec<Names>) {
    match tree {
        UseTree::Path(step) => {
            path.push(step.ident.to_string());
            collect(&step.tree, path, uses, globs);
            path.pop();
        }
        UseTree::Name(name) if name.ident == "self" => {
            uses.insert(path.last().unwrap().clone(), path.clone());
        }
        UseTree::Name(name) => {
            uses.insert(name.ident.to_string(), [path.as_slice(), &[name.ident.to_string()]].concat());
        }
        UseTree::Rename(name) => {
            uses.insert(name.rename.to_string(), [path.as_slice(), &[name.ident.to_string()]].concat());
        }
        UseTree::Glob(_) => globs.push(path.clone()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, path, uses, globs)),
    }
}
