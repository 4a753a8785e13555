//! The rooms of `auth` (one file each, with what stands below it) have an order: none uses one that uses it, be it by a
//! name or by a call. So each can be read with nothing in mind but what it names.
//!
//! The file `auth.rs` puts the rooms together. Of it only the methods count that are called from elsewhere.

use crate::source::{Meaning, Module, Names, Source};
use std::collections::{BTreeMap, BTreeSet};
use syn::{
    Attribute, Expr, ExprField, ExprMethodCall, Fields, ImplItem, Item, ItemImpl, ItemStruct, Macro, Member, Path,
    Type,
    visit::{self, Visit},
};

/// The room of what stands in `auth.rs` itself.
const TOGETHER: &str = "auth";

/// For each room those that it uses, each with the name or call by which it does.
type Uses = BTreeMap<String, BTreeMap<String, String>>;

#[test]
fn no_room_of_auth_uses_one_that_uses_it() {
    let source = Source::read();
    let uses = uses(&source);
    assert!(uses.len() > 40 && uses["log_in"].contains_key("act"), "the rooms are found: {uses:?}");
    if let Some(circle) = circle(&uses) {
        panic!("a circle: {}", circle.join(", "));
    }
}

#[test]
fn a_circle_is_found_however_long_it_is() {
    let uses = |pairs: &[(&str, &str)]| {
        let mut uses = Uses::new();
        for (user, used) in pairs {
            uses.entry((*user).to_owned()).or_default().insert((*used).to_owned(), "x".to_owned());
        }
        uses
    };
    assert_eq!(circle(&uses(&[("a", "b"), ("b", "c"), ("a", "c"), ("d", "a")])), None);
    assert_eq!(circle(&uses(&[("a", "b"), ("b", "c"), ("c", "b")])).unwrap().len(), 2);
    assert_eq!(circle(&uses(&[("a", "b"), ("b", "c"), ("c", "d"), ("d", "a")])).unwrap().len(), 4);
}

/// Returns a circle, as what each of its rooms uses, if there is one.
fn circle(uses: &Uses) -> Option<Vec<String>> {
    let mut done = BTreeSet::new();
    uses.keys().find_map(|room| follow(uses, room, &mut Vec::new(), &mut done))
}

fn follow<'a>(
    uses: &'a Uses,
    room: &'a str,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|before| *before == room) {
        let circle = &way[start..];
        let next = circle.iter().cycle().skip(1);
        return Some(circle.iter().zip(next).map(|(a, b)| format!("{a} uses {b} ({})", uses[*a][*b])).collect());
    }
    if done.contains(room) {
        return None;
    }
    way.push(room);
    let circle = uses.get(room).into_iter().flatten().find_map(|(used, _)| follow(uses, used, way, done));
    way.pop();
    done.insert(room);
    circle
}

fn uses(source: &Source) -> Uses {
    let auth: Vec<_> = source.modules().filter(|(names, _)| names.first().is_some_and(|name| name == "auth")).collect();
    let mut known = Known { source, methods: BTreeMap::new(), fields: BTreeMap::new() };
    for (names, module) in &auth {
        for block in blocks(module) {
            let Some(of) = known.name_of_type(names, &block.self_ty) else { continue };
            for method in block.items.iter().filter_map(method_name) {
                known.methods.insert((of.clone(), method), room(names).to_owned());
            }
        }
    }
    let (root, together) = auth.iter().find(|(names, _)| names.len() == 1).expect("auth.rs");
    for item in &together.items {
        if let Item::Struct(ItemStruct { fields: Fields::Named(fields), .. }) = item {
            for field in &fields.named {
                let mut rooms = Finder::new(&known, root);
                rooms.visit_type(&field.ty);
                let rooms = rooms.found.into_keys().filter(|room| room != TOGETHER).collect();
                known.fields.insert(field.ident.as_ref().expect("a name").to_string(), rooms);
            }
        }
    }
    let mut uses = Uses::new();
    for (names, module) in &auth {
        let mut finder = Finder::new(&known, names);
        for item in &module.items {
            if !matches!(item, Item::Use(_)) {
                finder.visit_item(item);
            }
        }
        let found = uses.entry(room(names).to_owned()).or_default();
        found.extend(finder.found.into_iter().filter(|(used, _)| used != room(names)));
    }
    uses
}

/// What the methods of types are called, and where they stand.
struct Known<'a> {
    source: &'a Source,
    /// For each type and method its room.
    methods: BTreeMap<(String, String), String>,
    /// For each field of what is put together the rooms of its type.
    fields: BTreeMap<String, Vec<String>>,
}

impl Known<'_> {
    fn name_of_type(&self, module: &[String], of: &Type) -> Option<String> {
        let Type::Path(of) = of else { return None };
        match self.source.meaning(module, &segments(&of.path)) {
            Meaning::Own(_, name) => Some(name),
            _ => None,
        }
    }
}

/// Finds what a file uses of other rooms.
struct Finder<'a> {
    known: &'a Known<'a>,
    module: &'a [String],
    /// The type whose methods are read.
    of: Option<String>,
    found: BTreeMap<String, String>,
}

impl<'a> Finder<'a> {
    fn new(known: &'a Known<'a>, module: &'a [String]) -> Self {
        Self { known, module, of: None, found: BTreeMap::new() }
    }

    fn is_together(&self) -> bool {
        self.module.len() == 1
    }

    fn uses(&mut self, room: &str, by: &str) {
        self.found.entry(room.to_owned()).or_insert_with(|| by.to_owned());
    }

    /// Notes what a path names. What `auth.rs` defines is what everybody knows.
    fn path(&mut self, names: &Names) {
        if let Meaning::Own(module, name) = self.known.source.meaning(self.module, names)
            && module.len() > 1
            && module[0] == "auth"
        {
            let room = room(&module).to_owned();
            self.uses(&room, &name);
        }
    }

    /// Notes a call of a method on `self`, `auth` or `act`.
    fn call(&mut self, receiver: &str, method: &str) {
        let of = match receiver {
            "self" => self.of.clone(),
            "auth" => Some("Auth".to_owned()),
            "act" => Some("Act".to_owned()),
            _ => None,
        };
        if let Some(room) = of.and_then(|of| self.known.methods.get(&(of, method.to_owned())).cloned()) {
            self.uses(&room, &format!("{receiver}.{method}()"));
        }
    }

    /// Notes a field of what `auth.rs` puts together.
    fn field(&mut self, name: &str) {
        for room in self.known.fields.get(name).cloned().unwrap_or_default() {
            self.uses(&room, &format!("inner.{name}"));
        }
    }
}

impl<'a> Visit<'a> for Finder<'_> {
    fn visit_item(&mut self, item: &'a Item) {
        let attributes = match item {
            Item::Mod(item) => &item.attrs,
            // What `auth.rs` holds is put together of everything.
            Item::Struct(_) | Item::Enum(_) if self.is_together() => return,
            _ => return visit::visit_item(self, item),
        };
        if !attributes.iter().any(is_for_tests) {
            visit::visit_item(self, item);
        }
    }

    fn visit_item_impl(&mut self, block: &'a ItemImpl) {
        self.of = self.known.name_of_type(self.module, &block.self_ty);
        for item in &block.items {
            let puts_together = self.is_together() && method_name(item).is_some_and(|name| name == "new");
            if !puts_together {
                self.visit_impl_item(item);
            }
        }
        if !self.is_together() {
            self.visit_type(&block.self_ty);
            if let Some((of, _)) = &block.trait_ {
                self.visit_path(of);
            }
        }
        self.of = None;
    }

    fn visit_path(&mut self, path: &'a Path) {
        if !self.is_together() || self.of.is_none() {
            self.path(&segments(path));
        }
        visit::visit_path(self, path);
    }

    fn visit_expr_method_call(&mut self, call: &'a ExprMethodCall) {
        self.call(&receiver(&call.receiver), &call.method.to_string());
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_field(&mut self, field: &'a ExprField) {
        if let (Expr::Field(ExprField { member: Member::Named(inner), .. }), Member::Named(name)) =
            (&*field.base, &field.member)
            && inner == "inner"
        {
            self.field(&name.to_string());
        }
        visit::visit_expr_field(self, field);
    }

    /// A macro's text is no syntax yet: words are read as they stand beside each other.
    fn visit_macro(&mut self, of: &'a Macro) {
        let text = of.tokens.to_string();
        let words: Vec<_> = words(&text);
        for (place, word) in words.iter().enumerate() {
            match words[place + 1..] {
                [".", method, "(", ..] => self.call(word, method),
                [".", "inner", ".", name, ..] => self.field(name),
                _ => {}
            }
            let mut names = vec![(*word).to_owned()];
            let mut rest = &words[place + 1..];
            while let [":", ":", name, behind @ ..] = rest {
                names.push((*name).to_owned());
                rest = behind;
            }
            let begins = place == 0 || ![":", "."].contains(&words[place - 1]);
            if begins && word.starts_with(|c: char| c.is_alphabetic()) && !self.is_together() {
                self.path(&names);
            }
        }
    }
}

/// Cuts a text into names and signs.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let end = match is_name(first) {
            true => rest.find(|c: char| !is_name(c)).unwrap_or(rest.len()),
            false => first.len_utf8(),
        };
        words.push(&rest[..end]);
        rest = rest[end..].trim_start();
    }
    words
}

/// What a method is called on: the last name of it.
fn receiver(of: &Expr) -> String {
    match of {
        Expr::Path(path) => segments(&path.path).pop().unwrap_or_default(),
        Expr::Field(ExprField { member: Member::Named(name), .. }) => name.to_string(),
        Expr::Reference(of) => receiver(&of.expr),
        Expr::Paren(of) => receiver(&of.expr),
        Expr::Unary(of) => receiver(&of.expr),
        _ => String::new(),
    }
}

fn room(module: &[String]) -> &str {
    module.get(1).map_or(TOGETHER, String::as_str)
}

fn blocks(module: &Module) -> impl Iterator<Item = &ItemImpl> {
    module.items.iter().filter_map(|item| match item {
        Item::Impl(block) if block.trait_.is_none() => Some(block),
        _ => None,
    })
}

fn method_name(item: &ImplItem) -> Option<String> {
    if let ImplItem::Fn(method) = item { Some(method.sig.ident.to_string()) } else { None }
}

fn segments(path: &Path) -> Names {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

fn is_for_tests(attribute: &Attribute) -> bool {
    attribute.path().is_ident("cfg")
}
