// Package entity finds who takes part in an article.
//
// What enters is a document with words, trees and the encoder's names. What leaves is the cast: the countries,
// organisations, persons and groups of the article, each with a stable id, and for every word whom it refers to. Names
// come from the gazetteers in data/ and from the encoder, the longer one where they overlap; the names of one person are
// one entity; titles give role and principal; forces, ministries and officials are their state; pronouns and definite noun
// phrases look back.
//
// Promised: the same document gives the same cast; an id depends on nothing but the name; a country's id is its ISO 3166
// code. Not promised: that two people of one name are told apart across articles.
//
// Example: in "South Korean Foreign Minister Cho Tae-yul met Blinken. He thanked him." the words Minister, Cho, Tae, yul and
// He refer to person:cho-tae-yul, whose role is "South Korean Foreign Minister" and who represents country:KOR.
package entity
