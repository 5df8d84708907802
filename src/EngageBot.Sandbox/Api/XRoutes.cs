using EngageBot.Sandbox.Auth;

namespace EngageBot.Sandbox.Api;

/// <summary>The endpoints with X's documented limits per 15 minutes.</summary>
internal sealed class XRoutes(Users users, Timelines timelines, Lookup lookup, Search search, PostDesk posts, MediaDesk media, Usage usage)
{
    private static readonly string[] Writing = ["tweet.read", "tweet.write", "users.read"];

    public IReadOnlyList<XRoute> All =>
    [
        new("GET", "/2/users/me", Credentials.AnyUser, new(75, null), Users.Me) { Parameters = Vocabulary.UserFieldParameters },
        new("GET", "/2/users/{id}", Credentials.Any, new(900, 300), users.ById) { Parameters = Vocabulary.UserFieldParameters },
        new("GET", "/2/users/by/username/{username}", Credentials.Any, new(900, 300), users.ByHandle)
        {
            Parameters = Vocabulary.UserFieldParameters,
        },
        new("GET", "/2/users/{id}/mentions", Credentials.Any, new(300, 450), timelines.Mentions)
        {
            Parameters = [.. Timelines.PageParameters, .. Vocabulary.FieldParameters],
        },
        new("GET", "/2/users/{id}/tweets", Credentials.Any, new(900, 10_000), timelines.PostsBy)
        {
            Parameters = ["exclude", .. Timelines.PageParameters, .. Vocabulary.FieldParameters],
        },
        new("GET", "/2/tweets", Credentials.Any, new(5_000, 3_500), lookup.ByIds)
        {
            Parameters = ["ids", .. Vocabulary.FieldParameters],
        },
        new("GET", "/2/tweets/{id}", Credentials.Any, new(900, 450), lookup.ById) { Parameters = Vocabulary.FieldParameters },
        new("GET", "/2/tweets/search/recent", Credentials.Any, new(300, 450), search.Recent)
        {
            Parameters = [.. Search.PageParameters, .. Vocabulary.FieldParameters],
        },
        new("POST", "/2/tweets", Credentials.AnyUser, new(100, null, Day: 10_000), posts.Create) { Scopes = Writing },
        new("POST", "/2/media/upload", Credentials.AnyUser, new(500, null), media.Upload) { Scopes = ["media.write"], LargestBody = MediaDesk.LargestBody },
        new("POST", "/2/media/metadata", Credentials.AnyUser, new(500, null), media.Describe) { Scopes = ["media.write"] },
        new("DELETE", "/2/tweets/{id}", Credentials.AnyUser, new(50, null), posts.Delete) { Scopes = Writing },
        new("GET", "/2/usage/tweets", Credentials.App, new(null, 50), usage.Posts) { Parameters = ["days", "usage.fields"] },
    ];
}
