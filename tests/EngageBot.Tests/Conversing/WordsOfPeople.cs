namespace EngageBot.Tests.Conversing;

/// <summary>What stands in every column of words. A new column is entered here, so that nobody forgets to forget.</summary>
internal static class WordsOfPeople
{
    /// <summary>What followers said, or what quotes or echoes it: <c>Conversing/Forgetting.cs</c> takes it out.</summary>
    public static readonly IReadOnlyDictionary<string, string> Forgotten = new Dictionary<string, string>
    {
        ["context_post"] = "handle name text",
        ["journal"] = "why",
        ["lesson"] = "read_reasons",
        ["maker_question"] = "note words",
        ["mention"] = "let_be_reason reasons text typed_alt_text typed_text",
        ["note"] = "text",
        ["promise"] = "why",
        ["proposal"] = "alt_text reason text",
        ["reply"] = "alt_text text",
        ["said"] = "words",
        ["set_aside"] = "alt_text text",
        ["talker"] = "name",
        ["wording"] = "alt_text text",
    };

    /// <summary>What the house and its people call themselves and keep for themselves, who somebody is, and what is one of a few words.</summary>
    public static readonly IReadOnlyDictionary<string, string> Kept = new Dictionary<string, string>
    {
        ["account"] = "bookmark gap handle listener listening_problem name network posting_problem",
        ["api_token"] = "name role",
        ["approval_rule"] = "name",
        ["approval_rule_change"] = "actor name",
        ["backup"] = "file",
        ["claim"] = "desk person",
        ["context_post"] = "in_reply_to",
        ["day_receipt"] = "day differences problem settled_by standing",
        ["handling"] = "person to_state",
        ["journal"] = "actor from_state to_state what",
        ["learned_version"] = "by_intent shipped weights why_not",
        ["lesson"] = "intent kind person read_intent",
        ["library_edit"] = "editor file text_after text_before what",
        ["maker_question"] = "asked_by first_name maker snippet state trade",
        ["mention"] = "assigned_to in_reply_to intent language let_be_advice state typed_by typed_picture urgency",
        ["note"] = "author",
        ["opening_hours"] = "exceptions person week zone",
        ["person"] = "name normalized_name password_hash role security_stamp",
        ["picture"] = "bytes media_type",
        ["preference"] = "keys language notices views",
        ["presence"] = "desk person",
        ["promise"] = "closed_by state",
        ["proposal"] = "picture proposed_by rule",
        ["reading_choice"] = "person",
        ["reply"] = "approved_by picture problem proposed_by sources state",
        ["said"] = "kind",
        ["set_aside"] = "person picture",
        ["talker"] = "handle network",
        ["wording"] = "picture sources",
        ["wording_worth"] = "template",
    };

    public static bool IsKey(string column) => column is "id" or "hash" || column.EndsWith("_id", StringComparison.Ordinal);
}
