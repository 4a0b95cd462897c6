<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>joint {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>up {places} since the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>down {places} since the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{present} of {total} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{parts} not measured</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not ranked: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published rank: {rank}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Partial: the score rests on few of the values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Missing: {names}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2024, 2024-03, 2024-Q3 or 2018/2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published ranking beside it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas that it ranks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Beside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas ranked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas, indicators and values stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no published ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight among its siblings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator that it stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of an index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its parts go with it; indicators and values stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its parts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ more is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ less is better</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AddSourceDialog</name>
    <message>
        <source>Add a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source needs a key, such as riemer-2020.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{0}” is taken. Choose another.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AgreementCard</name>
    <message>
        <source>{count} areas in both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nested in them (homogeneity)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when every cluster of the first lies inside one of the second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keeps them whole (completeness)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 when every cluster of the second lies inside one of the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same partition (adjusted Rand)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for the same partition, about 0 for chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shared information (adjusted)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 for the same partition, about 0 for chance; counts what one tells of the other</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmbiguousQuestion</name>
    <message>
        <source>All of them:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} may mean two numbers each. Choose which is meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every text has one meaning now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreaPage</name>
    <message>
        <source>{0} of {1} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AreasPage</name>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chinese name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an area: type its name, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>city</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area that it lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indices that rank it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>add a language: de, ru…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranked by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retired area is no longer offered; its values stay. Only what nothing uses is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be the areas that you compare: cities, provinces, organisations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank it in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no other area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Copy the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BarDelegate</name>
    <message>
        <source>not measured</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BeyondQuestion</name>
    <message>
        <source>What reaches beyond the grid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave out what reaches beyond</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the rows as new areas, by their names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> and </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block reaches beyond the grid by {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellDelegate</name>
    <message>
        <source>Value of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CellPage</name>
    <message>
        <source>How it counts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> (the index reads this one)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undecided: {0} values, none in use. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value here yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a value with its source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add another value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CitationLines</name>
    <message>
        <source>retrieved {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the citation of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the citation of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CiteForm</name>
    <message>
        <source>Cite: type author, title, year or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, table or paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that state it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Role of the source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CitedModel</name>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterModel</name>
    <message>
        <source>Left out, because a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out, because a value is missing or cannot be normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area, computed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>computed cluster {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, not normalised: no other value to compare it with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value}, which cannot be normalised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClusterTable</name>
    <message>
        <source>Computed clusters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ClustersView</name>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of computed clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many clusters Ward&apos;s method cuts the tree into; ↑ ↓, or + − in the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cluster fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One cluster more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to a missing value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>GIVEN BY PEOPLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters need three areas with every value, normalised; {index} has {count}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Computed clusters against {given}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{first} against {second}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColourScale</name>
    <message>
        <source>Colours from {low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one distinct value: cannot be normalised</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColumnsDialog</name>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Part of a name or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Column to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns, ticked where shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go to column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes there · Space shows or hides · Alt+↑ Alt+↓ moves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} columns shown, {2} found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountingCard</name>
    <message>
        <source>, less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} → normalised{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>× weight in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>adds to the score of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DetailsForm</name>
    <message>
        <source>Status</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Qualifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Flags</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EditSourceDialog</name>
    <message>
        <source>Edit the source {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files and notes name a source by its key, so it stays</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureField</name>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterLine</name>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilterRow</name>
    <message>
        <source>Area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridBar</name>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Index indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the index in view uses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show every area and indicator that has a value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was known at the end of another period; the index stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters under the headings (Ctrl+Shift+F)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only the rows with such a cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>latest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} areas × {1} indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uncited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rivals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of the index ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The latest of each</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridBlocks</name>
    <message>
        <source>There is nothing on the clipboard to paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut is not offered: a value moved away from its place would lose its history. Copy it instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{1} put into {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no cell above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was cited yet: cite a source once, then Ctrl+; repeats it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No value is selected to cite a source for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cite {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of them cite {0} already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is open read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a cell first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most {0} cells at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select one rectangle of cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to fill from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text cannot fill an indicator of numbers, nor a number one of texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no value to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Carry the citation?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the citation together with the value?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked once and remembered; Edit ▸ Fills carry the citation changes it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With its citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the citation too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the value without its citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, with the citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, without the citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filled {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridModel</name>
    <message>
        <source>Click to sort by name; a third click brings back the project&apos;s order.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GridView</name>
    <message>
        <source>Values of areas and indicators will stand here. This project has none yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project&apos;s own order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide this column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is selected to copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark as missing</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupEntry</name>
    <message>
        <source>Members of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GroupsPage</name>
    <message>
        <source>grouping, group, area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new grouping or group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the group has in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in the group</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it has in common</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas stay when their group is removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be groupings: areas sorted into named groups, to set beside computed clusters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}   (in {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new grouping</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>group of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a group: type its name, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a grouping: type its name, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message>
        <source>and {0} earlier steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not changed since the project was made.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndicatorsPage</name>
    <message>
        <source>indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an indicator: type its name, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>count, CNY, % of households…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of its values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Definition</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on the indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A retired indicator is no longer offered; its values stay. Only what nothing uses goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be the indicators: what is measured of each area, with unit and definition.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↑ more is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>↓ less is better</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not stated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ratings in an order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>IndicesPage</name>
    <message>
        <source>index, part, indicator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stands for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indices and their trees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of a new index, part or indicator of an index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is added</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be indices: trees of weighted parts and indicators by which areas are ranked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add the first index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>new index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>part of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an indicator or part by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add an index: type its name, press Enter</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Inspector</name>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Select a value to see where it comes from, what rivals it and how it counts.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved a copy as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workbook written: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export workbook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No project was opened yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MarksQuestion</name>
    <message>
        <source>Why there is no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose why…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: there is no value. Why?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NameTable</name>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NewProjectDialog</name>
    <message>
        <source>New project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What do you begin with?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You add areas, indicators and an index by name, or read them from a table.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A blank project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. It holds no areas and no values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NodeWeight</name>
    <message>
        <source>Weight of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights inside {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: weight {weight}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {share} % of the whole it is part of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter saves, Esc restores, ↑ ↓ step by 1, with Shift by 5; 12 % asks for that share</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteField</name>
    <message>
        <source>Why this value, what to check, what was decided…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ObservationCard</name>
    <message>
        <source>No source is cited for this value yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>printed “{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use this value, {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite a source for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the value {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PastePreview</name>
    <message>
        <source>Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Storing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, citing {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pasted {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first row and column are headings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite for all of them (or none): type author, title, year or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source to cite for all values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page or table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the block…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {0} rows and {1} columns are shown.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} on the clipboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, {0} × {1} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixed: {0} numbers with a decimal point, {1} with a decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal point</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>decimal comma</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are written with a {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are plain digits, or leave open how they are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer what is open above. Nothing is stored until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left out. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stay as they are. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One step to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to paste.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PreviewTable</name>
    <message>
        <source>What the cells will show</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingModel</name>
    <message>
        <source>present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Places gained or lost since the last step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What each part adds to the score; the line below is the share of values present</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the index&apos;s values are there; below 65 % the row is marked partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rank that somebody else published, to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score by part, coverage below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>score</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>coverage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>published</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingTable</name>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RankingView</name>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The selected area in words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aligned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bars {alignment}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Build the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the areas of an index stand in the order of their scores.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReadTableDialog</name>
    <message>
        <source>Read a table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2024, 2024-03, 2024-Q3 or 2018/2019</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add areas and indicators that are not there yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What reading the table does</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read this table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values, a row each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>values, a column each</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A table of {kind}: {rows} rows, {encoding}, parted by {mark}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as the table says, else none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>so that they have one reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, {1}, column {2}: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period, where the table has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source, where the table has none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecentRow</name>
    <message>
        <source>Open {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no longer in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take off this list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {0} off the list</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReplaceDialog</name>
    <message>
        <source>Find and replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the {0} selected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type what to look for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} would change in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; at most {0} at once: select fewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; the first {0} are shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} left as it is, for the result cannot be read:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>Undone: {0}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redone: {0}. </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by another program: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed by another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has no index yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not use it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No rank changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDetails</name>
    <message>
        <source>NOTE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy reference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cells that cite this source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This source has no address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CITED BY {count} VALUES</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CITED BY {count} VALUE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>NO VALUE CITES THIS SOURCE YET</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceDialog</name>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A source needs a title.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceField</name>
    <message>
        <source>Type author, title, year or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Matching sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} more: type more of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a new source…
“{0}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe a source not here yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceForm</name>
    <message>
        <source>Riemer, Kai; Peter, Sandra; or an organisation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2020, or 2020-07-08</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the page or file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day it was read: 2026-11-22</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Authors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Publisher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DOI</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accessed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourceModel</name>
    <message>
        <source>No address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{source}, {title}, {kind}, cited {count} times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>title</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cited</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>link</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SourcesView</name>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter by author, title, year, publisher or key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter the sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here will be every source that a value cites. Add the first one, or cite one at a value.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{shown} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No source holds all of “{text}”.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>selection: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>inside {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StructureDelegate</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StructurePage</name>
    <message>
        <source>Rename	F2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move out of what it lies in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move into the one above</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StructureView</name>
    <message>
        <source>Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Groupings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indices</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Index in view</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find   Ctrl+F</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a name or value: Enter goes to the next one, Shift+Enter to the one before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>UnreadableQuestion</name>
    <message>
        <source>Leave these cells as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> The first {0} are listed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be taken.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueForm</name>
    <message>
        <source>As printed: 12.5, &gt; 3, 10–20</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2020, 2020-Q3, undated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page, table or paragraph</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Locator</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The words that state it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where does it stand? Choose a source, or press Ctrl+Enter again to store it without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add this value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add without a source</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueTable</name>
    <message>
        <source>Values</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WeightsPanel</name>
    <message>
        <source>Weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights are relative; sum {total}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WelcomeView</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Projects you open will be listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Maintain an index of cities: every number cited, every rank explained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>or drop a *.citeria file here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recent</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Something typed into the structure is not stored yet: mend it, or leave it with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A value in the grid is not stored yet: finish it, or leave it with Esc.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something typed into the inspector is not stored yet: send it, or cancel it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add areas and indicators</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file cannot be written; save a copy to edit it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every edit is saved as it is made</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>actions</name>
    <message>
        <source>New project…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export workbook…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import sources…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read a table…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save table as CSV…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy with headers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy from above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repeat the last citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fills carry the citation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find previous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next value without a source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clusters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Structure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Live ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Inspector</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As of another period…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Indicators of the index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Citeria</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a project first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project is open read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This project has no index yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Data view first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the Data view of a project that can be written</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>phrases</name>
    <message>
        <source>A note has to be about something: an area, an indicator, both (with or without a period), an indicator in a period, an observation or a source. Name it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A range needs its lower and its upper end, in this order ({low} to {high}). Type it as “low–high”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add area {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add grouping {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add index {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add indicator {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add source {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+↑ ↓</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt+→ ←</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Areas of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change area {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change index {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change indicator {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cite {0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl+PgDown, Ctrl+PgUp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Describe {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit source {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter, Shift+Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How numbers are written in the locale “{locale}” is not known. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {0} source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import {0} sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert, Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line} of the input is not UTF-8, so it was not read, nor was what follows. Save the text as UTF-8, or convert it with `iconv -t UTF-8`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List “{list}”: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Load {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark {0} as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge {0} into {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No area has a rank: none has more than {0} of {1} values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No weight makes a share of {text}: what stands beside it weighs {others}. Type a weight, such as 30, or a share below 100 %.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Node “{node}”: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was pasted: {problems} of the texts cannot be taken as they are{beyond}. Correct them, say how their numbers are written, or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paste {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Published ranking of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PySide6 {version} crashes on Python {python}. Install the release that Citeria names: python -m pip install &quot;pyside6-essentials&gt;=6.11.3,&lt;6.12&quot;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Read {0} as of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe, {path}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove a value of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove area {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove grouping {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove index {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove indicator {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the citation of {0} from {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the note on {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename source {0} to {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rename {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder groupings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reorder indices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace {0} by {1} in {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retire {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Revert: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {run} ({drawn}) cannot be computed: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Screening leaves no area. Lower its limits, or name areas under screen.include.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set {0}, {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}, “{label}”, cannot be reverted: step {later}, “{later_label}”, builds on it. Nothing was changed. Revert step {later} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {step}, “{label}”, has been undone already. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped after {done} of {total} runs; nothing was kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base of “{path}” cannot be extended: steps have been taken already. Make a new project for a new base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The block is too large: {found} {what}, at most {most} at once. Nothing was changed. Paste it in parts, or load it from a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The copy cannot be saved as “{path}”: {reason}. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data have no {what} “{named}”.{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The imputation “em” needs more areas than indicators; there are {areas} areas and {indicators} indicators. Use knn, or a mean or median.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index has no node “{node}”.{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The indicator “{indicator}” is in this index already, as “{node}”. An index counts an indicator once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key “{key}” is taken. Here: {ours} In the file: {theirs} Nothing was imported. Import with `--rename` to give the new one a free key, or change one of the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The observation of {indicator} for {area} holds no value. Give a number, a text, or the reason why it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The order names “{given}” {problem}. Name each of them once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot be changed so: {problem} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text holds characters that are broken off in the middle ({shown}). Nothing was changed. Type it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The two groupings have no area in common, so their agreement cannot be told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight of “{node}” cannot be {weight}. Give zero or a positive number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The window needs system libraries that are not installed: {libraries}. On Debian or Ubuntu: apt-get install {packages}. All commands that need no window work without them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The workbook cannot be written to “{path}”: {reason}. Nothing was changed. Choose another place, or close the file where it is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {method} mean of node “{node}” needs positive numbers, but “{part}” of area “{area}” is {value:g}. Normalise to a positive range, for example lower = 1, upper = 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {what} of {where} is not a number that can be kept ({value}). Give a finite number, or say why it is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no terms for the language “{language}”. Name one such as en, en-GB, zh, ru, de or fr.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already a node “{node}” in this index. Choose another code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already {noun} “{given}” in this project. Choose another name for the new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no citation style “{style}” here.{hint} The styles are: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file “{path}”. Check the name, or make a project with “citeria new”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no node “{node}” in this index. It has: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of “{path}”. Nothing was changed. Free some space, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no rule “{rule}”.{hint} The rules are {rules}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no stage “{stage}”.{hint} The stages are {stages}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no step {step} in this project: history goes to step {last}. Look it up with “history”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no template “{given}”. Choose one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {kind} “{given}”. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {noun} “{given}” in this project.{hint}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to redo: no step has been undone since the last change.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to undo: the project is as it was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to write: the block holds no text that fits into the grid. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0} for {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What “{file}” is cannot be told from its name. Name it *.json (CSL-JSON), *.bib (BibTeX) or *.ris (RIS).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bound: shown, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>above</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>availability</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>below</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conference paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>contradicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>describes the method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>excluded by the recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the structure: move into the one above, out again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the structure: move up, down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the structure: name something new, remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in the structure: next page, previous page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>journal article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>law or policy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave the value as it was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark the value as missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nearly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>news article</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a number: shown, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not collected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quoted by way of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>replace the value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screened out: {0} % of its values are not zero; needs {1} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>screened out: {0} of {1} values; needs {2} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store and go down, up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>store and go right, left; Enter then returns to where the Tabs began</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>suppressed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the same value in every selected cell; in the inspector: commit and go to the next row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undecided: several values, none in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>web page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % of the parts at each node</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} % of the parts of “{1}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cells</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} column</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} new area</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} new areas</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} ranks rest on less than {2} of the values.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, but none can be normalised</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; needs {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}; what “{1}” has of its parts weighs 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{areas} areas beat one another in circles; an exact Kemeny order takes at most {most}. Choose mean rank, Borda or Copeland instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}, {row}, column {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{file}: {problem} Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{index} cannot be ranked: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{indicator} for {area} in {period} has no value in use, so there is nothing to clear.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{k} is no number of clusters. Ask for 1 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{more}Nothing was imported. Mend the file, then import it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{noun} “{given}” is in use: {uses}. Nothing was changed. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{rows} rows reach beyond the last one and bear no names. Paste them with their names, or leave them out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{status}: shown, not scored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{table}, {row}, column {column}: {problem}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} is no {what}. Write a whole number of {least} or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{value} of “{area}”, “{indicator}” is no finite number. Give a number, or None for missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{area}” cannot lie in “{parent}”, which lies in “{area}” itself. Choose another parent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read as {encoding}: {problem}. Name another with `--encoding`. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” cannot be read: {problem}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{file}” is not UTF-8, and which encoding it is cannot be told with certainty (first at byte {byte}). Save it as UTF-8, or name the encoding with `--encoding`, as in `--encoding windows-1252`. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” cannot be the code of {noun}. Give a short one without spaces, such as wuhan or ai-papers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is no SDMX observation status. Use one of: {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is no colour. Write it as #RRGGBB, such as #2A6FDB, or leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” is no {what}. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{given}” names nothing. Write a name, or a language and a name, as in zh=武汉.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{indicator}” of area “{area}”: its low, {low:g}, is above its high, {high:g}. Swap or mend them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” cannot be merged into itself. Name the source to keep first, then the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{key}” was merged into “{into}” before. Work with “{into}”, or undo that merge first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{label}” cannot be undone: {what} has been changed since by something that Citeria did not record in order. Nothing was changed. Look at the history of that value and set it by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” cannot be moved below “{parent}”, which is itself a part of “{node}”. Choose another place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” has parts and cannot stand for an indicator. Move or remove its parts first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” is the root of the index and stays where it is. Change its parts, or remove the whole index.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{node}” needs a parent: an index has one root, “{root}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{parent}” stands for the indicator “{indicator}” and can have no parts. Choose a node above it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” can only be read. Nothing was changed. Save a copy to a folder that can be written, and work there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be used: {reason}. Nothing was changed. Check the disk, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” could not be written: {reason}. Choose a folder that can be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” exists already and was left as it is. Choose another name, or add --force to replace it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” exists already and was left as it is. Choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is damaged ({reason}). It was left as it is. Restore it from a backup or a saved copy, or recover what can be read with “sqlite3 FILE .recover”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is locked: another program is writing to it. Nothing was changed. Close the other program or wait for it, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” is not a Citeria project: {reason}. It was left as it is. Choose a *.citeria file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was not closed properly and lies on a medium that cannot be written, so its latest steps cannot be read. Copy it together with “{side}” to a folder that can be written, and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was written by a newer Citeria (file version {found}; this program knows {known}). It was left as it is. Update Citeria to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{path}” was written by an older Citeria (file version {found}; this program needs {known}) and cannot be updated in place. Copy it to a folder that can be written, and open the copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{printed}” is one number, not a range. Type the value anew with both ends, as in “10–20”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{reason}” is found by the program and cannot be set by hand. Choose one of: {choices}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” cannot be read as a number. Write one such as 1234.5, 12 %, &gt; 5000, ~ 3 or 10–20; if there is no value, record the reason why it is missing instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” cannot be used: {problem}. Correct it, or search for the text as it stands.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” compares with no number. Write one of: text · = 5 · ≠ 5 · &gt; 5 · ≥ 5 · &lt; 5 · ≤ 5 · missing · not missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is a value of {given}, but the cell is that of {period}. Enter it under {given}, or leave {given} out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is in {given}, but {indicator} is in {unit}. Nothing was converted. Give the value in {unit}; a number alone is read as {unit}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is neither the number of a step nor a time. Write 12 (0 is the project as it was made), 2026-11-22 or 2026-11-22T08:36.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no regular expression that can be used: {why}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is no weight. Type one number, such as 30; weights are relative to those beside them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is not a period. Write 2020, 2020-03, 2020-Q3, 2018/2019 or undated.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” is the heading of no {noun} here. Correct it, or paste without headings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” may be meant as it stands or in {unit}, the unit of {indicator}. Type the number alone if it is in {unit}, or write its multiplier (thousand, million, billion) beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” may mean {first} or {second}. Say how it is written: `--locale {first_locale}` reads {first}, `--locale {second_locale}` reads {second}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” may mean {readings}. Write it so that one is left, for example with the code of its currency.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{text}” says that there is no value. Choose the reason why, or leave such cells as they are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{time}” is not a year. A trend needs every Time to be a number, such as 2020.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{weight}” is no weight for “{node}”. Write a finite number of 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count:,} more like these. Mend them, then load the table again; nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>work</name>
    <message>
        <source>Import sources</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>References ({0})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imported {0} of {1} sources from {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied the {0} as CSV, {1} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrote the {0} to {2}, {1} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ranking</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>grid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
