"""What tables read: Qt models over the session's values, sorted and filtered inside."""
