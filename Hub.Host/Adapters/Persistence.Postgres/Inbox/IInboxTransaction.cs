using Microsoft.EntityFrameworkCore;

namespace Hub.Adapters.Persistence.Postgres.Inbox;

/// <summary>Found on the context of a message that is consumed with an inbox: the DbContext whose transaction the work is in.</summary>
internal interface IInboxTransaction
{
    DbContext DbContext { get; }
}
