"""Understanding numbers as people print them: words, units, money, periods and claims.

`understand` is the way in. The words stand in tables (`claims`, `amounts`, `currencies`, `cardinals`, `dates`), the
order in which they may stand in `phrase`.
"""
