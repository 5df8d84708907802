using EngageBot.Sandbox.Square;

namespace EngageBot.Sandbox.Api;

/// <summary>GET /2/tweets/search/recent: the last seven days, newest first.</summary>
internal sealed class Search(PublicSquare square)
{
    private const int LongestQuery = 512;
    private static readonly TimeSpan Reach = TimeSpan.FromDays(7);

    public static readonly string[] PageParameters =
        ["end_time", "max_results", "next_token", "pagination_token", "query", "since_id", "sort_order", "start_time", "until_id"];

    public Answer Recent(XCall call)
    {
        var parameters = call.Parameters;
        var text = parameters.Required("query");
        var list = "search " + text;
        var tokenName = parameters.Text("next_token") is null ? "pagination_token" : "next_token";
        var page = Timelines.Query(call, list, tokenName, 10);
        var shape = parameters.PostShape();
        if (parameters.Words("sort_order", ["recency", "relevancy"]).Count > 1)
            parameters.Fault("sort_order", "", "The `sort_order` query parameter takes one value");
        if (text.Length > LongestQuery)
            parameters.Fault("query", text, $"The query length exceeds the maximum of {LongestQuery} characters");
        var search = SearchQuery.Parse(text, out var fault);
        if (search is null && text.Length > 0)
            parameters.Fault("query", text, $"There were errors processing your request: {fault}");
        if (parameters.Faults.Count > 0)
            return Problems.Invalid(call.Words, parameters.Faults);
        var earliest = call.Now - Reach;
        page = page with { Start = page.Start > earliest ? page.Start : earliest, Filter = search!.Matches };
        var found = search.Conversation is { } conversation ? square.Conversation(conversation, page) : square.Everything(page);
        return Timelines.AnswerWith(call, shape, found, page, list);
    }
}
