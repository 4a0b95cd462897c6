"""What can be done, as data: menus, toolbar and shortcuts are made from it."""
