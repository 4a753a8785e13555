//! The public names of the crate, as docs/public-api.txt lists them. What is not in that list is promised to nobody.
//!
//! After a change that is meant: `UPDATE=1 cargo test --test surface`.

use crate::{
    root,
    source::{Meaning, Source, name_of},
};
use std::{collections::BTreeMap, env, fs};
use syn::{
    Attribute, Block, Field, Fields, Generics, ImplItem, ImplItemFn, Item, ItemImpl, ReturnType, Signature, TraitItem,
    Type, Visibility, parse_quote,
    visit::{self, Visit},
};

const LIST: &str = "docs/public-api.txt";

/// Whose types a host may meet: those that it builds with anyway.
const NEIGHBOURS: [&str; 5] = ["axum", "leptos", "leptos_axum", "std", "tower"];

/// More than these nobody reads.
const MOST_NAMES: usize = 70;

/// A public item, with everything of it that others can use.
struct PublicItem<'a> {
    name: String,
    module: &'a [String],
    item: &'a Item,
    methods: Vec<(&'a [String], &'a ImplItemFn)>,
    traits: Vec<(&'a [String], &'a ItemImpl)>,
}

fn public_items<'a>(source: &'a Source, exported: &'a BTreeMap<String, Meaning>) -> Vec<PublicItem<'a>> {
    let mut items = Vec::new();
    for (name, meaning) in exported {
        let Meaning::Own(module, own) = meaning else { panic!("{name} is somebody else's: {meaning:?}") };
        let (_, here) = source.modules().find(|(path, _)| *path == module).unwrap();
        let item = here.items.iter().find(|item| name_of(item).as_ref() == Some(own));
        let item = item.unwrap_or_else(|| panic!("{name}: no {own} in {module:?}"));
        items.push(PublicItem { name: name.clone(), module, item, methods: vec![], traits: vec![] });
    }
    for (module, file) in source.modules() {
        for item in &file.items {
            let Item::Impl(block) = item else { continue };
            let Type::Path(of) = &*block.self_ty else { continue };
            let meaning = source.meaning(module, &names(&of.path));
            let Some((name, _)) = exported.iter().find(|(_, own)| **own == meaning) else { continue };
            let owner = items.iter_mut().find(|item| item.name == *name).unwrap();
            if let Some((of, _)) = &block.trait_ {
                let mut types = Types::new(source, exported, module);
                types.generic(&block.generics);
                types.visit_path(of);
                // What is said of a type that nobody can name, nobody can use.
                if !types.faults.iter().any(|fault| fault.ends_with(NO_NAME)) {
                    owner.traits.push((module, block));
                }
                continue;
            }
            let methods = block.items.iter().filter_map(|item| match item {
                ImplItem::Fn(method) if is_public(&method.vis, &method.attrs) => Some((module.as_slice(), method)),
                _ => None,
            });
            owner.methods.extend(methods);
        }
    }
    items
}

fn is_public(vis: &Visibility, attrs: &[Attribute]) -> bool {
    let hidden = |attr: &Attribute| attr.path().is_ident("doc") && words(attr).contains("hidden");
    matches!(vis, Visibility::Public(_)) && !attrs.iter().any(hidden)
}

fn words(tokens: &impl quote::ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

fn names(path: &syn::Path) -> Vec<String> {
    path.segments.iter().map(|segment| segment.ident.to_string()).collect()
}

/// Keeps the attributes that a user of the item meets.
fn told(attrs: &[Attribute]) -> Vec<Attribute> {
    let told = ["non_exhaustive", "derive", "component", "prop", "must_use", "deprecated"];
    attrs.iter().filter(|attr| told.iter().any(|name| attr.path().is_ident(name))).cloned().collect()
}

fn fields(fields: &mut Fields) {
    if let Fields::Named(named) = fields {
        let all = named.named.len();
        named.named = std::mem::take(&mut named.named).into_iter().filter(|field| is_public(&field.vis, &[])).collect();
        named.named.iter_mut().for_each(|field| field.attrs = told(&field.attrs));
        if named.named.len() < all {
            let private: Field = parse_quote!(_private: ());
            named.named.push(private);
        }
    } else if let Fields::Unnamed(unnamed) = fields {
        for field in unnamed.unnamed.iter_mut().filter(|field| !is_public(&field.vis, &[])) {
            *field = parse_quote!(_);
        }
    }
}

fn without_body(sig: &Signature) -> Signature {
    let mut sig = sig.clone();
    for input in &mut sig.inputs {
        if let syn::FnArg::Typed(input) = input {
            input.attrs = told(&input.attrs);
        }
    }
    sig
}

fn empty() -> Block {
    parse_quote!({})
}

/// Shows one item as it would stand in a header.
fn shown(public: &PublicItem<'_>) -> String {
    let mut item = public.item.clone();
    let ident = syn::Ident::new(&public.name, proc_macro2::Span::call_site());
    match &mut item {
        Item::Struct(item) => {
            (item.attrs, item.ident) = (told(&item.attrs), ident.clone());
            fields(&mut item.fields);
        }
        Item::Enum(item) => {
            (item.attrs, item.ident) = (told(&item.attrs), ident.clone());
            for variant in &mut item.variants {
                variant.attrs = told(&variant.attrs);
                variant.fields.iter_mut().for_each(|field| field.attrs = told(&field.attrs));
            }
        }
        Item::Trait(item) => {
            item.attrs = told(&item.attrs);
            for member in &mut item.items {
                if let TraitItem::Fn(member) = member {
                    member.attrs = told(&member.attrs);
                    // With a body it has a default.
                    member.default = member.default.as_ref().map(|_| parse_quote!({ default }));
                }
            }
        }
        Item::Fn(item) => {
            (item.attrs, item.sig, *item.block) = (told(&item.attrs), without_body(&item.sig), empty());
        }
        Item::Type(item) => (item.attrs, item.ident) = (told(&item.attrs), ident.clone()),
        other => panic!("what is {}?", words(other)),
    }
    let mut items = vec![item];
    if !public.methods.is_empty() {
        let methods = public.methods.iter().map(|(_, method)| ImplItemFn {
            attrs: told(&method.attrs),
            sig: without_body(&method.sig),
            block: empty(),
            ..(*method).clone()
        });
        items.push(parse_quote!(impl #ident { #(#methods)* }));
    }
    for (_, block) in &public.traits {
        let mut block = (*block).clone();
        (block.attrs, block.items) = (Vec::new(), Vec::new());
        *block.self_ty = parse_quote!(#ident);
        items.push(Item::Impl(block));
    }
    let text = prettyplease::unparse(&syn::File { shebang: None, attrs: vec![], items, frontmatter: None });
    let text = text.replace("_private: (),", "// and private fields").replace(" {}\n", ";\n");
    // A body behind a `where` stands in a line of its own.
    text.replace(",\n{}\n", ";\n").replace(",\n   ;\n", ";\n")
}

#[test]
fn the_list_of_public_names_is_in_step() {
    let source = Source::read();
    let exported = source.exported();
    let items = public_items(&source, &exported);
    assert!(items.len() <= MOST_NAMES, "{} names", items.len());
    let list: Vec<_> = items.iter().map(shown).collect();
    let list = format!("// {} names\n\n{}", items.len(), list.join("\n"));
    let file = root().join(LIST);
    if env::var_os("UPDATE").is_some() {
        fs::write(&file, &list).unwrap();
    }
    let listed = fs::read_to_string(file).unwrap_or_default();
    let differing = list.lines().zip(listed.lines()).find(|(is, was)| is != was);
    assert!(
        differing.is_none() && list.len() == listed.len(),
        "{LIST} says something else: {differing:?}. If that is meant: UPDATE=1 cargo test --test surface"
    );
}

/// Looks at each type that a signature names.
struct Types<'a> {
    source: &'a Source,
    exported: &'a BTreeMap<String, Meaning>,
    module: &'a [String],
    generics: Vec<String>,
    faults: Vec<String>,
}

const NO_NAME: &str = "has no public name";
const FOREIGN: &str = "is of a crate that we would have to keep";

impl<'a> Types<'a> {
    fn new(source: &'a Source, exported: &'a BTreeMap<String, Meaning>, module: &'a [String]) -> Self {
        Self { source, exported, module, generics: vec![], faults: vec![] }
    }

    fn generic(&mut self, generics: &Generics) {
        self.generics.extend(generics.type_params().map(|parameter| parameter.ident.to_string()));
    }
}

impl<'ast> Visit<'ast> for Types<'_> {
    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names = names(path);
        if !self.generics.contains(&names[0]) {
            let fault = match self.source.meaning(self.module, &names) {
                Meaning::Own(..) if names[0] == "Self" => None,
                own @ Meaning::Own(..) => (!self.exported.values().any(|known| *known == own)).then_some(NO_NAME),
                Meaning::Other(other) => (!NEIGHBOURS.contains(&other.as_str())).then_some(FOREIGN),
                Meaning::Plain => None,
            };
            self.faults.extend(fault.map(|fault| format!("{} {fault}", names.join("::"))));
        }
        visit::visit_path(self, path);
    }

    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_block(&mut self, _: &'ast Block) {}
}

#[test]
fn whatever_a_public_signature_names_has_a_public_name_too_and_is_of_nobody_that_we_would_have_to_keep() {
    let source = Source::read();
    let exported = source.exported();
    let mut faults = Vec::new();
    for public in public_items(&source, &exported) {
        let look = |module, look: &mut dyn FnMut(&mut Types<'_>)| {
            let mut types = Types::new(&source, &exported, module);
            look(&mut types);
            types.faults.into_iter().map(|fault| format!("{}: {fault}", public.name)).collect::<Vec<_>>()
        };
        faults.extend(look(public.module, &mut |types| match public.item {
            Item::Struct(item) => {
                types.generic(&item.generics);
                let open = item.fields.iter().filter(|field| is_public(&field.vis, &[]));
                open.for_each(|field| types.visit_type(&field.ty));
            }
            Item::Enum(item) => item.variants.iter().for_each(|variant| types.visit_variant(variant)),
            Item::Trait(item) => types.visit_item_trait(item),
            Item::Fn(item) => {
                types.generic(&item.sig.generics);
                types.visit_signature(&item.sig);
            }
            _ => {}
        }));
        for (module, method) in &public.methods {
            faults.extend(look(module, &mut |types| {
                types.generic(&method.sig.generics);
                types.visit_signature(&method.sig);
            }));
        }
        for (module, block) in &public.traits {
            let (of, _) = block.trait_.as_ref().unwrap();
            faults.extend(look(module, &mut |types| {
                types.generic(&block.generics);
                types.visit_path(of);
            }));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

fn docs(attrs: &[Attribute]) -> String {
    let lines = attrs.iter().filter(|attr| attr.path().is_ident("doc")).map(words);
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn each_public_verb_shows_an_example_and_one_that_can_fail_says_how() {
    let source = Source::read();
    let exported = source.exported();
    let mut faults = Vec::new();
    let mut look = |name: String, sig: &Signature, attrs: &[Attribute]| {
        let docs = docs(attrs);
        let fails = matches!(&sig.output, ReturnType::Type(_, kind) if words(kind).starts_with("Result"));
        if fails && !docs.contains("# Errors") {
            faults.push(format!("{name} does not say when it fails"));
        }
        if !docs.contains("```") {
            faults.push(format!("{name} has no example"));
        }
    };
    for public in public_items(&source, &exported) {
        if let Item::Fn(item) = public.item {
            look(public.name.clone(), &item.sig, &item.attrs);
        }
        for (_, method) in &public.methods {
            look(format!("{}::{}", public.name, method.sig.ident), &method.sig, &method.attrs);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
