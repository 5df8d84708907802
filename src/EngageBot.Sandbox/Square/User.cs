using System.Globalization;

namespace EngageBot.Sandbox.Square;

/// <summary>Somebody on the sandbox X: a follower, or an account that EngageBot speaks for.</summary>
public sealed class User(long id, string handle, string name, DateTimeOffset createdAt)
{
    public long Id { get; } = id;

    public string IdText { get; } = id.ToString(CultureInfo.InvariantCulture);

    public string Handle { get; } = handle;

    public string Name { get; set; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Description { get; set; } = "";

    public string Language { get; set; } = "en";

    public bool IsProtected { get; set; }

    public bool IsSuspended { get; set; }

    public bool IsVerified { get; set; }

    public int PostCount { get; internal set; }
}
