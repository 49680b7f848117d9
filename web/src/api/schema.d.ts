// Written by `npm run api` from the OpenAPI document: not by hand.

export interface paths {
    "/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List api keys */
        get: operations["listApiKeys"];
        put?: never;
        /** Create api key */
        post: operations["createApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke api key */
        delete: operations["revokeApiKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/attachments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get attachment
         * @description The file, to be saved; a picture (PNG, JPEG, GIF, WebP) can be had to be shown.
         */
        get: operations["getAttachment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit entries
         * @description Who did what, from where, newest first.
         */
        get: operations["listAuditEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get audit export
         * @description The same as a file, CSV or JSON lines, however long. That it was taken is in the audit log too.
         */
        get: operations["getAuditExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get availability
         * @description What you say of yourself, and when you are not to be disturbed.
         */
        get: operations["getAvailability"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change availability */
        patch: operations["changeAvailability"];
        trace?: never;
    };
    "/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Run batch
         * @description Up to 50 calls, one after the other; each has its own status, and one that fails stops no other. Each counts as a request, and the batch as one more. Its Idempotency-Key is that of each write in it, with `:<index>` behind.
         */
        post: operations["runBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bookmarks */
        get: operations["listBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List companies */
        get: operations["listCompanies"];
        put?: never;
        /** Create company */
        post: operations["createCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get company */
        get: operations["getCompany"];
        put?: never;
        post?: never;
        /** Remove company */
        delete: operations["removeCompany"];
        options?: never;
        head?: never;
        /** Change company */
        patch: operations["changeCompany"];
        trace?: never;
    };
    "/companies/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create company merge */
        post: operations["createCompanyMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore company */
        post: operations["restoreCompany"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List company timeline */
        get: operations["listCompanyTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/{id}/timeline/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get company timeline counts */
        get: operations["getCompanyTimelineCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List company bulk changes */
        get: operations["listCompanyBulkChanges"];
        put?: never;
        /**
         * Create company bulk change
         * @description Changes, deletes or restores many companies: up to 250 at once, more by the operation that it names. It can be undone.
         */
        post: operations["createCompanyBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get company bulk change */
        get: operations["getCompanyBulkChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo company bulk change
         * @description Each is as it was before, but for those that were changed since. For 30 days.
         */
        post: operations["undoCompanyBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create company bulk preview
         * @description Of how many companies it would be; nothing is stored.
         */
        post: operations["createCompanyBulkPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List company views */
        get: operations["listCompanyViews"];
        put?: never;
        /** Create company view */
        post: operations["createCompanyView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/companies/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get company view */
        get: operations["getCompanyView"];
        put?: never;
        post?: never;
        /** Remove company view */
        delete: operations["removeCompanyView"];
        options?: never;
        head?: never;
        /** Change company view */
        patch: operations["changeCompanyView"];
        trace?: never;
    };
    "/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contacts */
        get: operations["listContacts"];
        put?: never;
        /** Create contact */
        post: operations["createContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get contact
         * @description One that was merged into another leads there.
         */
        get: operations["getContact"];
        put?: never;
        post?: never;
        /** Remove contact */
        delete: operations["removeContact"];
        options?: never;
        head?: never;
        /** Change contact */
        patch: operations["changeContact"];
        trace?: never;
    };
    "/contacts/{id}/dates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List contact dates */
        get: operations["listContactDates"];
        put?: never;
        /** Create contact date */
        post: operations["createContactDate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/erasure": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create erasure
         * @description Erases the person for good: the contact at once, and by an operation what is left of their name, addresses and phones in any table. Cannot be undone. The answer is the receipt.
         */
        post: operations["createErasure"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get contact export
         * @description Everything about one person as a ZIP: contact, vCard, timeline, notes, attachments, photo, and what is what in plain words.
         */
        get: operations["getContactExport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/photo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get photo */
        get: operations["getPhoto"];
        put?: never;
        /**
         * Create photo
         * @description Draws a WebP of 400 × 400 from the middle of the picture, without anything else that the file holds.
         */
        post: operations["createPhoto"];
        /** Remove photo */
        delete: operations["removePhoto"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/relationships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List relationships */
        get: operations["listRelationships"];
        put?: never;
        /** Create relationship */
        post: operations["createRelationship"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore contact */
        post: operations["restoreContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List timeline */
        get: operations["listTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/{id}/timeline/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get timeline counts */
        get: operations["getTimelineCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List bulk changes */
        get: operations["listBulkChanges"];
        put?: never;
        /**
         * Create bulk change
         * @description Changes, deletes or restores many contacts: up to 250 at once, more by the operation that it names. It can be undone.
         */
        post: operations["createBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get bulk change */
        get: operations["getBulkChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo bulk change
         * @description Each is as it was before, but for those that were changed since. For 30 days.
         */
        post: operations["undoBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create bulk preview
         * @description Of how many contacts it would be; nothing is stored.
         */
        post: operations["createBulkPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/duplicates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List duplicates
         * @description Pairs that may be one person, the likeliest first. What changed is looked at within two minutes.
         */
        get: operations["listDuplicates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/duplicates/dismissals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create dismissal */
        post: operations["createDismissal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List merges */
        get: operations["listMerges"];
        put?: never;
        /**
         * Create merge
         * @description Nothing is lost, and it can be undone. The ids of the merged ones lead to the one that stays.
         */
        post: operations["createMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/contacts/merges/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo merge
         * @description Each contact is as it was; what came since stays with the one that they were merged into.
         */
        post: operations["undoMerge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get dashboard
         * @description Counts, activity, who and what is new, active and coming up. After a change it is at most some seconds old.
         */
        get: operations["getDashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/dates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove contact date */
        delete: operations["removeContactDate"];
        options?: never;
        head?: never;
        /** Change contact date */
        patch: operations["changeContactDate"];
        trace?: never;
    };
    "/dates/upcoming": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List upcoming dates */
        get: operations["listUpcomingDates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/email-confirmations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create email confirmation */
        post: operations["createEmailConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List erasures */
        get: operations["listErasures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/erasures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get erasure */
        get: operations["getErasure"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events
         * @description Every change that concerns you, each exactly once, in order for each subject. Without `after`: from the oldest that is kept; `after=now`: no events, and a cursor from which to follow.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/calendar.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get calendar
         * @description Meetings as iCalendar, newest first.
         */
        get: operations["getCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/contacts.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get contact table
         * @description Contacts as CSV; imported again it changes nothing.
         */
        get: operations["getContactTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/contacts.vcf": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get vcards
         * @description Contacts as vCard 4.
         */
        get: operations["getVcards"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/tasks.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get task table
         * @description Tasks as CSV, as the list with the same parameters shows them.
         */
        get: operations["getTaskTable"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/timeline.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get timeline lines
         * @description Interactions as JSON lines, newest first.
         */
        get: operations["getTimelineLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/exports/timeline.mbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get mailbox
         * @description Mails as mbox (mboxrd), newest first, with texts and attachments; imported again it changes nothing.
         */
        get: operations["getMailbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List fields */
        get: operations["listFields"];
        put?: never;
        /** Create field */
        post: operations["createField"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/fields/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get field */
        get: operations["getField"];
        put?: never;
        post?: never;
        /** Remove field */
        delete: operations["removeField"];
        options?: never;
        head?: never;
        /** Change field */
        patch: operations["changeField"];
        trace?: never;
    };
    "/files/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get message file
         * @description The file, to be saved; a picture (PNG, JPEG, GIF, WebP) can be had to be shown.
         */
        get: operations["getMessageFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{id}/thumbnail": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get message file thumbnail */
        get: operations["getMessageFileThumbnail"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create import */
        post: operations["createImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get import */
        get: operations["getImport"];
        put?: never;
        post?: never;
        /** Remove import */
        delete: operations["removeImport"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List rejections */
        get: operations["listRejections"];
        put?: never;
        /**
         * Create mended import
         * @description Imports rejected rows anew, as they are given and by the choices of their import; they leave its rejections.
         */
        post: operations["createMendedImport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/{id}/rejects.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get rejects */
        get: operations["getRejects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/imports/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create import preview */
        post: operations["createImportPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List interactions */
        get: operations["listInteractions"];
        put?: never;
        /** Create interaction */
        post: operations["createInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get interaction */
        get: operations["getInteraction"];
        put?: never;
        post?: never;
        /** Remove interaction */
        delete: operations["removeInteraction"];
        options?: never;
        head?: never;
        /**
         * Change interaction
         * @description What was brought in can be pinned; only what was written here can be rewritten.
         */
        patch: operations["changeInteraction"];
        trace?: never;
    };
    "/interactions/{id}/page": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get interaction page
         * @description What was said as a page to be shown in a frame: it runs nothing, and is of no origin.
         */
        get: operations["getInteractionPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore interaction */
        post: operations["restoreInteraction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/interactions/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get interaction counts */
        get: operations["getInteractionCounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List invitations */
        get: operations["listInvitations"];
        put?: never;
        /**
         * Create invitation
         * @description Sends a mail with the link; the answer holds it too.
         */
        post: operations["createInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke invitation */
        delete: operations["revokeInvitation"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/{id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resend invitation
         * @description Another link and a new term; the link before is dead.
         */
        post: operations["resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept invitation
         * @description Somebody who is new here gives name and password, and has signed in then; others sign in before.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/invitations/lookup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get invitation
         * @description What the link is about, before it is accepted.
         */
        post: operations["getInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List labels */
        get: operations["listLabels"];
        put?: never;
        /** Create label */
        post: operations["createLabel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get label */
        get: operations["getLabel"];
        put?: never;
        post?: never;
        /**
         * Remove label
         * @description No task has it any more.
         */
        delete: operations["removeLabel"];
        options?: never;
        head?: never;
        /** Change label */
        patch: operations["changeLabel"];
        trace?: never;
    };
    "/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get me */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change me */
        patch: operations["changeMe"];
        trace?: never;
    };
    "/me/email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change email
         * @description Sends a link to the new address, which becomes yours with it.
         */
        put: operations["changeEmail"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List passkeys */
        get: operations["listPasskeys"];
        put?: never;
        /**
         * Create passkey
         * @description Adds what the browser made.
         */
        post: operations["createPasskey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove passkey
         * @description It signs nobody in any more; sessions go on.
         */
        delete: operations["removePasskey"];
        options?: never;
        head?: never;
        /** Change passkey */
        patch: operations["changePasskey"];
        trace?: never;
    };
    "/me/passkeys/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create passkey options
         * @description Begins to add a passkey: for `navigator.credentials.create()`, within 5 min.
         */
        post: operations["createPasskeyOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change password
         * @description Ends your other sessions.
         */
        put: operations["changePassword"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create recovery codes
         * @description New ones, shown this once; those of before are dead.
         */
        post: operations["createRecoveryCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create totp
         * @description Begins to set up codes of an app: the address for its QR code, and recovery codes, shown this once.
         */
        post: operations["createTotp"];
        /** Remove totp */
        delete: operations["removeTotp"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create totp confirmation
         * @description With a first code. From then on the sign-in asks for one.
         */
        post: operations["createTotpConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/me/trusted-devices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove trusted devices
         * @description Every browser is asked for a code again that was not to be for 30 days.
         */
        delete: operations["removeTrustedDevices"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List members */
        get: operations["listMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove member
         * @description Has its effect at once, on live sockets too. Everybody may leave; others are removed by admins.
         */
        delete: operations["removeMember"];
        options?: never;
        head?: never;
        /** Change member */
        patch: operations["changeMember"];
        trace?: never;
    };
    "/members/{user_id}/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create ownership
         * @description Hands the organization over: this member becomes its owner, and you an admin.
         */
        post: operations["createOwnership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get message */
        get: operations["getMessage"];
        put?: never;
        post?: never;
        /**
         * Remove message
         * @description It stays in its place, without its text, and can be brought back for a while.
         */
        delete: operations["removeMessage"];
        options?: never;
        head?: never;
        /** Change message */
        patch: operations["changeMessage"];
        trace?: never;
    };
    "/messages/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create acknowledgement
         * @description Of an urgent message that asks you. Answering it, or reacting to it, is one as well.
         */
        put: operations["createAcknowledgement"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/bookmark": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create bookmark
         * @description For you alone.
         */
        put: operations["createBookmark"];
        post?: never;
        /**
         * Remove bookmark
         * @description For you alone.
         */
        delete: operations["removeBookmark"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/edits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get message edits */
        get: operations["getMessageEdits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/following": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get followed thread */
        get: operations["getFollowedThread"];
        /**
         * Create following
         * @description From its end on.
         */
        put: operations["createFollowing"];
        post?: never;
        /** Remove following */
        delete: operations["removeFollowing"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/pin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Create pin */
        put: operations["createPin"];
        post?: never;
        /** Remove pin */
        delete: operations["removePin"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove previews
         * @description The links are shown without what their pages say, until the message is changed.
         */
        delete: operations["removePreviews"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/reactions/{emoji}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Create reaction */
        put: operations["createReaction"];
        post?: never;
        /** Remove reaction */
        delete: operations["removeReaction"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get replies
         * @description The answers in the thread of a message, as the messages of a room are listed.
         */
        get: operations["getReplies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/replies/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create thread read mark */
        post: operations["createThreadReadMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/replies/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create thread unread mark */
        post: operations["createThreadUnreadMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore message
         * @description By whoever has deleted it.
         */
        post: operations["restoreMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List notes */
        get: operations["listNotes"];
        put?: never;
        /** Create note */
        post: operations["createNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get note */
        get: operations["getNote"];
        put?: never;
        post?: never;
        /** Remove note */
        delete: operations["removeNote"];
        options?: never;
        head?: never;
        /** Change note */
        patch: operations["changeNote"];
        trace?: never;
    };
    "/notes/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Restore note */
        post: operations["restoreNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-mails/unsubscribe": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove notification mails
         * @description By the link of a mail: there are no more of them.
         */
        post: operations["removeNotificationMails"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notification-preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get notification preferences */
        get: operations["getNotificationPreferences"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change notification preferences */
        patch: operations["changeNotificationPreferences"];
        trace?: never;
    };
    "/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List notifications
         * @description Yours, the latest first.
         */
        get: operations["listNotifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change notifications
         * @description The same of many at once. Those that are not yours are left out.
         */
        patch: operations["changeNotifications"];
        trace?: never;
    };
    "/notifications/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get notification */
        get: operations["getNotification"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change notification */
        patch: operations["changeNotification"];
        trace?: never;
    };
    "/notifications/clearing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create inbox clearing
         * @description All is done, however much it is; and undone.
         */
        post: operations["createInboxClearing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change read notifications
         * @description Marks some of them as read, on all of your devices. What is read of a room is so by itself.
         */
        post: operations["changeReadNotifications"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List operations */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get operation */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Cancel operation */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{id}/pause": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Pause operation */
        post: operations["pauseOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/operations/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Resume operation */
        post: operations["resumeOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List organizations
         * @description Those that you are in.
         */
        get: operations["listOrganizations"];
        put?: never;
        /**
         * Create organization
         * @description Another one, whose owner you are. Your session goes on where it is.
         */
        post: operations["createOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get organization */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        /**
         * Remove organization
         * @description Shuts it at once, for everybody, and erases everything in it. Cannot be undone.
         */
        delete: operations["removeOrganization"];
        options?: never;
        head?: never;
        /** Change organization */
        patch: operations["changeOrganization"];
        trace?: never;
    };
    "/outbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List outbox
         * @description Mails of the organization that were not sent, because there is no mail server: to be passed on by hand.
         */
        get: operations["listOutbox"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create password reset
         * @description Sends a link, if somebody has this address. The answer is the same if nobody does.
         */
        post: operations["createPasswordReset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/password-resets/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create password reset confirmation
         * @description Sets the password with the token of the link, and ends all sessions.
         */
        post: operations["createPasswordResetConfirmation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get presence
         * @description Who of these members is there, what they say of themselves, and when they are not to be disturbed. A guest gets those with whom they share a room. What changes afterwards comes over the WebSocket: `{"signal": {"type": "presence", "people": […]}}`, and the event `shown_availability.updated`.
         */
        get: operations["getPresence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get push key */
        get: operations["getPushKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create push subscription
         * @description Lets Rapport push to this browser, for whoever is signed in, until they sign out. Given again it is the same one.
         */
        post: operations["createPushSubscription"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/push-subscriptions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove push subscription */
        delete: operations["removePushSubscription"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/relationships/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove relationship */
        delete: operations["removeRelationship"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List reminders
         * @description Yours, in their order of time: those that are due come first.
         */
        get: operations["listReminders"];
        put?: never;
        /**
         * Create reminder
         * @description Of a message that you see, or of your own words; as many as you like.
         */
        post: operations["createReminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/reminders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove reminder
         * @description It is done, or not wanted any more.
         */
        delete: operations["removeReminder"];
        options?: never;
        head?: never;
        /**
         * Change reminder
         * @description Another time puts it off.
         */
        patch: operations["changeReminder"];
        trace?: never;
    };
    "/reminders/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create reminder draft
         * @description What words say of a time, before it is taken.
         */
        post: operations["createReminderDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get rooms
         * @description Every room that you are in, with what you have not read: the latest messages first. For an api key, all public ones.
         */
        get: operations["getRooms"];
        put?: never;
        /** Create room */
        post: operations["createRoom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get room */
        get: operations["getRoom"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change room */
        patch: operations["changeRoom"];
        trace?: never;
    };
    "/rooms/{id}/bookmarks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get room bookmarks
         * @description The messages of a room that you have bookmarked, by their ids; the latest 1,000.
         */
        get: operations["getRoomBookmarks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change draft
         * @description Your draft in a room, or in answer to a message of it. The last one that is written is kept; the answer says since when.
         */
        put: operations["changeDraft"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/export.jsonl": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get room lines
         * @description All that was said in a room, answers too: a line for the room, and one for each message. Owners of a channel and admins may, and who is in direct messages.
         */
        get: operations["getRoomLines"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/export.zip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get room archive
         * @description The same, with the files of its messages. Owners of a channel and admins may, and who is in direct messages.
         */
        get: operations["getRoomArchive"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create message file
         * @description A file for a message of this room, to be sent within a day: `file_ids` of the message names it.
         */
        post: operations["createMessageFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List room members */
        get: operations["listRoomMembers"];
        put?: never;
        /** Create room members */
        post: operations["createRoomMembers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/members/{user_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove room member */
        delete: operations["removeRoomMember"];
        options?: never;
        head?: never;
        /** Change room member */
        patch: operations["changeRoomMember"];
        trace?: never;
    };
    "/rooms/{id}/membership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create room membership */
        post: operations["createRoomMembership"];
        /** Remove room membership */
        delete: operations["removeRoomMembership"];
        options?: never;
        head?: never;
        /** Change room membership */
        patch: operations["changeRoomMembership"];
        trace?: never;
    };
    "/rooms/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get messages
         * @description The messages of a room, but for answers in threads: the latest, or from anywhere in either direction.
         */
        get: operations["getMessages"];
        put?: never;
        /** Create message */
        post: operations["createMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/pins": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get pins
         * @description What is pinned, the latest first; at most 100.
         */
        get: operations["getPins"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create read mark
         * @description Never backwards, since another of your devices may have read further: for that there is `unread`.
         */
        post: operations["createReadMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create scheduled message
         * @description A message that is sent at a time, as you may then; if you may not any more you are told. Its files are kept as long as it waits.
         */
        post: operations["createScheduledMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create typing
         * @description You are writing in this room, or in a thread of it. Who is in it is told over the WebSocket, at most every 2 s: show it for 5.
         */
        post: operations["createTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/{id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Create unread mark */
        post: operations["createUnreadMark"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/browse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List public rooms
         * @description Public channels by name, whether you are in them or not.
         */
        get: operations["listPublicRooms"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get drafts
         * @description What you have begun to write, the latest first.
         */
        get: operations["getDrafts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/link-previews": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get link previews */
        get: operations["getLinkPreviews"];
        /**
         * Change link previews
         * @description Of messages from now on. To read a page tells its server that somebody here was sent the link, and a link that is good for one visit is used up by it.
         */
        put: operations["changeLinkPreviews"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/retention": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get room retention
         * @description How long messages are kept, where a room says nothing else.
         */
        get: operations["getRoomRetention"];
        /**
         * Change room retention
         * @description What is older is removed for good within a day, in all rooms that have no `retention_days` of their own; pinned messages stay.
         */
        put: operations["changeRoomRetention"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List found messages
         * @description Messages of the rooms that you see, by their words and filters; the newest first.
         */
        get: operations["listFoundMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/rooms/threads": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List followed threads
         * @description The threads that you follow, the latest answers first.
         */
        get: operations["listFollowedThreads"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List scheduled messages
         * @description What you have written to be sent later, the next one first.
         */
        get: operations["listScheduledMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/scheduled-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove scheduled message
         * @description It is not sent.
         */
        delete: operations["removeScheduledMessage"];
        options?: never;
        head?: never;
        /**
         * Change scheduled message
         * @description What was not sent is mended by this: another time, another room, the room instead of a thread that is gone.
         */
        patch: operations["changeScheduledMessage"];
        trace?: never;
    };
    "/scheduled-messages/{id}/send": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send scheduled message
         * @description Now instead of at its time.
         */
        post: operations["sendScheduledMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get search result
         * @description Everything that has these words, the best or newest of each kind. Guests find messages of their rooms.
         */
        get: operations["getSearchResult"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List sessions */
        get: operations["listSessions"];
        put?: never;
        /**
         * Create session
         * @description Signs in: the answer sets a cookie. Only a page of this server can do it, or no page at all.
         */
        post: operations["createSession"];
        /**
         * Remove sessions
         * @description Ends all others.
         */
        delete: operations["removeSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Remove session */
        delete: operations["removeSession"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/current": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove current session
         * @description Signs out.
         */
        delete: operations["removeCurrentSession"];
        options?: never;
        head?: never;
        /**
         * Change session
         * @description Goes on in another organization.
         */
        patch: operations["changeSession"];
        trace?: never;
    };
    "/sessions/oidc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create oidc session
         * @description Begins to sign in with the provider: the browser is to go to `url`. It comes back to `next`, signed in, or to `/sign-in?error=…`.
         */
        post: operations["createOidcSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/oidc/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get oidc callback
         * @description Where the provider sends the browser back to. Errors: `not_invited`, `address_not_verified`, `sign_in_expired`, `cancelled`, `provider_failed`, `unavailable`, `rate_limited`.
         */
        get: operations["getOidcCallback"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/passkey": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create passkey session
         * @description Signs in with what the browser answered. No second factor is asked for: a passkey is two.
         */
        post: operations["createPasskeySession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/passkey/options": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create passkey session options
         * @description Begins to sign in with a passkey, whoever it is: for `navigator.credentials.get()`, within 5 min.
         */
        post: operations["createPasskeySessionOptions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sessions/two-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create two factor session
         * @description The second step of signing in: a code of the app, or one of the recovery codes.
         */
        post: operations["createTwoFactorSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get setup */
        get: operations["getSetup"];
        put?: never;
        /**
         * Create setup
         * @description Makes the first organization and its owner, and signs them in. The token is in the link that the terminal prints.
         */
        post: operations["createSetup"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sign-in-methods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get sign in methods
         * @description What there is beside address and password: what a page shows before anybody has signed in.
         */
        get: operations["getSignInMethods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tags */
        get: operations["listTags"];
        put?: never;
        /** Create tag */
        post: operations["createTag"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tags/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get tag */
        get: operations["getTag"];
        put?: never;
        post?: never;
        /** Remove tag */
        delete: operations["removeTag"];
        options?: never;
        head?: never;
        /**
         * Change tag
         * @description With the name of another tag it becomes that one, which is answered.
         */
        patch: operations["changeTag"];
        trace?: never;
    };
    "/task-statuses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List task statuses */
        get: operations["listTaskStatuses"];
        put?: never;
        /** Create task status */
        post: operations["createTaskStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/task-statuses/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get task status */
        get: operations["getTaskStatus"];
        put?: never;
        post?: never;
        /**
         * Remove task status
         * @description One with tasks needs `into`.
         */
        delete: operations["removeTaskStatus"];
        options?: never;
        head?: never;
        /** Change task status */
        patch: operations["changeTaskStatus"];
        trace?: never;
    };
    "/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List tasks */
        get: operations["listTasks"];
        put?: never;
        /** Create task */
        post: operations["createTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get task
         * @description Guests see what is assigned to them, what they watch and what they have made; and nothing there of other tasks, contacts and companies.
         */
        get: operations["getTask"];
        put?: never;
        post?: never;
        /**
         * Remove task
         * @description With all that is a part of it.
         */
        delete: operations["removeTask"];
        options?: never;
        head?: never;
        /**
         * Change task
         * @description A guest may change the status of what is assigned to them. Another status puts it first in its column.
         */
        patch: operations["changeTask"];
        trace?: never;
    };
    "/tasks/{id}/blockers/{blocker_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create task blocker
         * @description It waits for that task from now on.
         */
        put: operations["createTaskBlocker"];
        post?: never;
        /** Remove task blocker */
        delete: operations["removeTaskBlocker"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List task files
         * @description Files that came with its comments, the latest first.
         */
        get: operations["listTaskFiles"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List task history
         * @description What was changed, newest first. Of other tasks, contacts, companies, rooms and messages that they do not see, guests learn no more than that it was.
         */
        get: operations["listTaskHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/move": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change task place
         * @description As it is dragged on the board.
         */
        post: operations["changeTaskPlace"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Change task plan
         * @description You mean to do it on that day; nobody else is told.
         */
        put: operations["changeTaskPlan"];
        post?: never;
        /** Remove task plan */
        delete: operations["removeTaskPlan"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Restore task
         * @description With the parts that went with it.
         */
        post: operations["restoreTask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/room": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create task room
         * @description The room of its comments, made unless it is there; you are in it from now on, as those it is assigned to, who watch it and who has made it.
         */
        put: operations["createTaskRoom"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change task occurrence
         * @description What comes again is put off to its next day, undone.
         */
        post: operations["changeTaskOccurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/{id}/watching": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Create task watching
         * @description You are told of what happens to it.
         */
        put: operations["createTaskWatching"];
        post?: never;
        /** Remove task watching */
        delete: operations["removeTaskWatching"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get task board */
        get: operations["getTaskBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List task bulk changes */
        get: operations["listTaskBulkChanges"];
        put?: never;
        /**
         * Create task bulk change
         * @description Changes, deletes or restores many tasks: up to 250 at once, more by the operation that it names. It can be undone.
         */
        post: operations["createTaskBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/bulk/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get task bulk change */
        get: operations["getTaskBulkChange"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/bulk/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Undo task bulk change
         * @description Each is as it was before, but for those that were changed since. For 30 days.
         */
        post: operations["undoTaskBulkChange"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/bulk/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create task bulk preview
         * @description Of how many tasks it would be; nothing is stored.
         */
        post: operations["createTaskBulkPreview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/calendar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get task calendar */
        get: operations["getTaskCalendar"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/lines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create task from line
         * @description A task from a line of which nothing is ambiguous.
         */
        post: operations["createTaskFromLine"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/my-day": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get my day */
        get: operations["getMyDay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/parse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create task draft
         * @description What a line says, for a preview while it is written; nothing is stored.
         */
        post: operations["createTaskDraft"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List task views */
        get: operations["listTaskViews"];
        put?: never;
        /** Create task view */
        post: operations["createTaskView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/tasks/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get task view */
        get: operations["getTaskView"];
        put?: never;
        post?: never;
        /** Remove task view */
        delete: operations["removeTaskView"];
        options?: never;
        head?: never;
        /** Change task view */
        patch: operations["changeTaskView"];
        trace?: never;
    };
    "/threads/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List thread */
        get: operations["listThread"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List views */
        get: operations["listViews"];
        put?: never;
        /** Create view */
        post: operations["createView"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/views/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get view */
        get: operations["getView"];
        put?: never;
        post?: never;
        /** Remove view */
        delete: operations["removeView"];
        options?: never;
        head?: never;
        /** Change view */
        patch: operations["changeView"];
        trace?: never;
    };
    "/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List webhooks */
        get: operations["listWebhooks"];
        put?: never;
        /** Create webhook */
        post: operations["createWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get webhook */
        get: operations["getWebhook"];
        put?: never;
        post?: never;
        /** Remove webhook */
        delete: operations["removeWebhook"];
        options?: never;
        head?: never;
        /** Change webhook */
        patch: operations["changeWebhook"];
        trace?: never;
    };
    "/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List webhook deliveries
         * @description What was sent, or is to be, newest first.
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get webhook delivery */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/deliveries/{delivery_id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create webhook delivery replay
         * @description Sends it again, under the same `webhook-id`.
         */
        post: operations["createWebhookDeliveryReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create webhook replay
         * @description Sends the events of a time again, 1,000 at once: those that never got through, or all.
         */
        post: operations["createWebhookReplay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create webhook secret
         * @description Another secret. For a day messages are signed with the one of before as well.
         */
        post: operations["createWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create webhook test
         * @description Sends `webhook.test`, once; its delivery says what came of it.
         */
        post: operations["createWebhookTest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AnyCondition: {
            any: components["schemas"]["Condition"][];
        };
        ApiKey: {
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            last_used_at: string | null;
            name: string;
            /** @description The first characters of the key, to tell keys apart. */
            prefix: string;
            revoked_at: string | null;
            /**
             * @description What it may do: read; write as well; administer as well.
             * @enum {unknown}
             */
            scope: "read" | "write" | "admin";
        };
        ApiKeyPage: {
            data: components["schemas"]["ApiKey"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Attachment: {
            /** @description Shown in the text, not beside it. */
            embedded: boolean;
            /** Format: uuid */
            id: string;
            /** @description Why it was. */
            left_out: string | null;
            name: string;
            /** @description Bytes. */
            size: number;
            /** @description What the content shows it to be, else what the sender says. */
            type: string;
            /** @description Where it is; null when it was left out. */
            url: string | null;
        };
        AuditEntry: {
            actor: {
                id: string;
                /** @description `user`, `api_key`, or `system` for what Rapport does by itself. */
                kind: string;
                /** @description What it is called now; of an operation of Rapport, whoever had started it. Null when it is gone. */
                name: string | null;
            };
            /** @description Where the request came from; null when none asked for it. */
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description What the event said. Null when it is no longer kept, or is for the eyes of others. */
            data: {
                [key: string]: unknown;
            } | null;
            /** @description That of the event. */
            id: number;
            /** @description To what: `contact:<id>`. */
            subject: string;
            /** @description What was done: `contact.updated`. */
            type: string;
            user_agent: string | null;
        };
        AuditEntryPage: {
            data: components["schemas"]["AuditEntry"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Author: {
            id: string | null;
            /**
             * @description `outside`: somebody who was never a member here.
             * @enum {unknown}
             */
            kind: "user" | "api_key" | "system" | "outside";
            /** @description As they are called now, or were when they left. */
            name: string | null;
        };
        Availability: {
            /** @description Null: notifications may come at any time. */
            hours: components["schemas"]["NotificationHours"] | null;
            /** @description You have asked for quiet until then, whatever your hours are. */
            quiet_until: string | null;
            status: components["schemas"]["UserStatus"] | null;
        };
        AvailabilityChange: {
            hours?: components["schemas"]["NotificationHours"] | null;
            /** @description You have asked for quiet until then, whatever your hours are. */
            quiet_until?: string | null;
            status?: components["schemas"]["UserStatus"] | null;
        };
        Batch: {
            calls: components["schemas"]["BatchCall"][];
        };
        BatchAnswer: {
            /** @description Null where the answer has none. */
            body: unknown;
            status: number;
        };
        BatchAnswers: {
            answers: components["schemas"]["BatchAnswer"][];
        };
        BatchCall: {
            body?: unknown;
            headers?: {
                "idempotency-key"?: string;
            };
            /** @enum {unknown} */
            method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
            /** @description With its query: `/api/v1/contacts?limit=5`. */
            path: string;
        };
        /** @description A column for each status, in their order. */
        Board: {
            columns: {
                data: components["schemas"]["Task"][];
                next_cursor: string | null;
                /** Format: uuid */
                status_id: string;
                total: number;
            }[];
        };
        Bookmark: {
            /** Format: date-time */
            created_at: string;
            message: components["schemas"]["Message"];
        };
        BookmarkPage: {
            data: components["schemas"]["Bookmark"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        BrowsedRoom: {
            /** @description Since then it is only read. */
            archived_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            /** Format: uuid */
            id: string;
            /** @description Whether you are in it. */
            joined: boolean;
            /** @description What comes of that; null: for ever. */
            kept_days: number | null;
            /**
             * @description `direct`: messages of two or more, who are always the same. `task`: the comments of a task.
             * @enum {unknown}
             */
            kind: "channel" | "direct" | "task";
            last_message_at: string | null;
            member_count: number;
            name: string | null;
            /** @description Of a direct room who is in it; null of a channel. */
            people: components["schemas"]["RoomPerson"][] | null;
            /** @description So long its messages are kept. 0: for ever; null: as the organization says. */
            retention_days: number | null;
            role: ("owner" | "member") | null;
            /** @description The task whose comments it has. */
            task_id: string | null;
            topic: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description Every member sees `public` ones and may join, but for guests; of others nobody else knows.
             * @enum {unknown}
             */
            visibility: "public" | "private";
        };
        BrowsedRoomPage: {
            data: components["schemas"]["BrowsedRoom"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        BulkChange: {
            /** @enum {unknown} */
            action: "change" | "delete" | "restore";
            change: {
                [key: string]: unknown;
            } | null;
            /** @description Those that were not so already. */
            changed: number;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            done: number;
            /** Format: uuid */
            id: string;
            /** @description Its progress; it can be paused and cancelled there. Null where it was done at once. */
            operation_id: string | null;
            /** @enum {unknown} */
            status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            /** @description How many were meant when it began. */
            total: number;
            /** @description Null while it stands. */
            undo: {
                /** Format: date-time */
                created_at: string;
                /** @description Those that were changed since, and stay so; or are gone. */
                kept: number;
                operation_id: string | null;
                /** @description Those that are as they were before. */
                restored: number;
                /** @enum {unknown} */
                status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            } | null;
        };
        BulkChangePage: {
            data: components["schemas"]["BulkChange"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description What each company gets: null takes away. */
        BulkCompanyChange: {
            domain?: string | null;
        };
        /** @description Whatever a list with the same parameters shows; without any, all companies. */
        BulkCompanySelection: {
            domain?: string;
            /** @description But for these. */
            except?: string[];
            filter?: components["schemas"]["CompanyFilter"];
            /** @description Only those whose name or domain has this in it. */
            q?: string;
        };
        /** @description What each contact gets: what is left out stays, null takes away. Tags and fields that are not there yet are made. */
        BulkContactChange: {
            /** @description Names; new ones are made. */
            add_tags?: string[];
            /** @description By id, or by name: a company of that name is made if there is none. */
            company?: {
                /** Format: uuid */
                id?: string;
                name?: string;
            } | null;
            /** @description By key or label. A field that is not known yet is made, of the type of its value: text, number or boolean. */
            fields?: {
                [key: string]: unknown;
            };
            owner_id?: string | null;
            /** @description Names; new ones are made. */
            remove_tags?: string[];
            title?: string | null;
        };
        BulkCount: {
            /** @description How many are meant. */
            total: number;
        };
        /** @description Either `contact_ids` or `selection`. */
        BulkPreview: {
            /**
             * @description `restore` is for contacts that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            contact_ids?: string[];
            selection?: components["schemas"]["BulkSelection"];
        };
        /** @description Whoever a list with the same parameters shows; without any, everybody. */
        BulkSelection: {
            /** Format: uuid */
            company_id?: string;
            /** @description Only contacts with this address. */
            email?: string;
            /** @description But for these. */
            except?: string[];
            filter?: components["schemas"]["ContactFilter"];
            /** Format: uuid */
            owner_id?: string;
            /** @description Words, each a part of a name, a phone, an address or the name of the company (the beginning of one, up to two letters). */
            q?: string;
            /** @description Only contacts with this tag. */
            tag?: string;
            /**
             * Format: uuid
             * @description A saved view: it is searched, filtered and sorted as that says, and by what is given beside.
             */
            view?: string;
        };
        /** @description What each task gets: what is left out stays, null takes away. Labels that are not there yet are made. */
        BulkTaskChange: {
            add_assignee_ids?: string[];
            /** @description Names; new ones are made. */
            add_labels?: string[];
            /**
             * @description Instead of `status_id`: the first status of this category.
             * @enum {unknown}
             */
            category?: "backlog" | "todo" | "doing" | "done" | "cancelled";
            due_on?: string | null;
            due_time?: string | null;
            due_zone?: string | null;
            estimate_minutes?: number | null;
            /** @enum {unknown} */
            priority?: "none" | "low" | "medium" | "high" | "urgent";
            remove_assignee_ids?: string[];
            /** @description Names; new ones are made. */
            remove_labels?: string[];
            starts_on?: string | null;
            /** Format: uuid */
            status_id?: string;
        };
        /** @description Either `task_ids` or `selection`. */
        BulkTaskPreview: {
            /**
             * @description `delete` takes parts along; `restore` is for tasks that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            selection?: components["schemas"]["BulkTaskSelection"];
            task_ids?: string[];
        };
        /** @description Whatever a list with the same parameters shows; without any, all tasks. */
        BulkTaskSelection: {
            assignee?: "me" | "none" | string;
            /** @description Whether it waits for something that is neither done nor cancelled. */
            blocked?: boolean;
            /**
             * Format: uuid
             * @description What waits for this task.
             */
            blocker_id?: string;
            /** @description One of these. */
            category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
            /** Format: uuid */
            company_id?: string;
            /** Format: uuid */
            contact_id?: string;
            creator?: "me" | string;
            /**
             * @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue.
             * @enum {unknown}
             */
            due?: "overdue" | "today" | "some" | "none";
            /** Format: date */
            due_from?: string;
            /**
             * Format: date
             * @description Both ends belong to it, by the clocks of `zone`.
             */
            due_to?: string;
            /** @description But for these. */
            except?: string[];
            /** @description All of these. */
            label?: string[];
            /** @description Whether it is neither done nor cancelled. */
            open?: boolean;
            /** @description `none`: what is no part of another task. */
            parent_id?: "none" | string;
            /** @description One of these. */
            priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
            /** @description Words, each a part of the title or the description. */
            q?: string;
            /**
             * Format: uuid
             * @description What is about this room, or came from a message in it.
             */
            room_id?: string;
            /** @description One of these. */
            status_id?: string[];
            /** Format: uuid */
            view?: string;
            watcher?: "me" | string;
            /**
             * @description Whose clocks say which day it is: `Europe/Berlin`.
             * @default UTC
             */
            zone: string;
        };
        Company: {
            /** Format: date-time */
            created_at: string;
            domain: string | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
        };
        CompanyBulkChange: {
            /** @enum {unknown} */
            action: "change" | "delete" | "restore";
            change: {
                [key: string]: unknown;
            } | null;
            /** @description Those that were not so already. */
            changed: number;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            done: number;
            /** Format: uuid */
            id: string;
            /** @description Its progress; it can be paused and cancelled there. Null where it was done at once. */
            operation_id: string | null;
            /** @enum {unknown} */
            status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            /** @description How many were meant when it began. */
            total: number;
            /** @description Null while it stands. */
            undo: {
                /** Format: date-time */
                created_at: string;
                /** @description Those that were changed since, and stay so; or are gone. */
                kept: number;
                operation_id: string | null;
                /** @description Those that are as they were before. */
                restored: number;
                /** @enum {unknown} */
                status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            } | null;
        };
        CompanyBulkChangePage: {
            data: components["schemas"]["CompanyBulkChange"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description Either `company_ids` or `selection`. */
        CompanyBulkPreview: {
            /**
             * @description `restore` is for companies that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            company_ids?: string[];
            selection?: components["schemas"]["BulkCompanySelection"];
        };
        CompanyChange: {
            domain?: string | null;
            name?: string;
        };
        /** @description Of `name`, `domain`, `contact_count`, `last_interaction_at`, `created_at` and `updated_at`. All of these hold; of an `any`, one of its conditions does. */
        CompanyFilter: (components["schemas"]["Condition"] | components["schemas"]["AnyCondition"])[];
        CompanyPage: {
            data: components["schemas"]["CountedCompany"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
            /** @description With `count=exact`. */
            total?: number;
        };
        CompanyView: {
            columns: string[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            filter: components["schemas"]["CompanyFilter"];
            /** Format: uuid */
            id: string;
            name: string;
            q: string | null;
            /** @description Whether everyone sees it, or whoever made it alone. */
            shared: boolean;
            sort: string;
            /** Format: date-time */
            updated_at: string;
        };
        CompanyViewChange: {
            /** @description What is shown, in this order, by the names that lists are sorted and filtered by. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["CompanyFilter"];
            name?: string;
            q?: string | null;
            shared?: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        CompanyViewPage: {
            data: components["schemas"]["CompanyView"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Condition: {
            /** @description `name`, `given_name`, `family_name`, `title`, `email`, `phone`, `company`, `company_id`, `owner_id`, `tag`, `created_at`, `updated_at`, `last_interaction_at`, `deleted_at`, or `fields.` with the key of a custom field. */
            field: string;
            /** @enum {unknown} */
            op: "is" | "is_not" | "any_of" | "contains" | "begins" | "before" | "after" | "greater" | "less" | "at_least" | "at_most" | "empty" | "not_empty";
            value?: (string | number | boolean) | (string | number | boolean)[];
        };
        Contact: {
            company: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** Format: date-time */
            created_at: string;
            /** @description Since when it is out of all lists; until it is purged it can be restored. */
            deleted_at: string | null;
            emails: {
                address: string;
                label: string | null;
                /** @description Exactly one address of a contact that has any: the first. */
                primary: boolean;
                /** @description Whether another contact has it too. */
                shared: boolean;
            }[];
            family_name: string | null;
            /** @description Values of custom fields, by their keys. */
            fields: {
                [key: string]: unknown;
            };
            given_name: string | null;
            /** Format: uuid */
            id: string;
            last_interaction_at: string | null;
            links: {
                label?: string | null;
                url: string;
            }[];
            name: string;
            /** @description The member who looks after this contact. */
            owner_id: string | null;
            phones: {
                label?: string | null;
                number: string;
            }[];
            /** @description Where its photo is, another place for another photo: what is there may be kept for ever. */
            photo_url: string | null;
            /** @description Names, in alphabetical order. */
            tags: string[];
            title: string | null;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description What is left out stays; a list that is given replaces the one before; a field set to null goes away. */
        ContactChange: {
            /** @description By id, or by name: a company of that name is made if there is none. */
            company?: {
                /** Format: uuid */
                id?: string;
                name?: string;
            } | null;
            /** @description The primary one first, unless one says `primary`. */
            emails?: {
                /** Format: email */
                address: string;
                label?: string | null;
                primary?: boolean;
                /** @description As it came; it changes nothing. */
                shared?: boolean;
            }[];
            family_name?: string | null;
            /** @description By key or label. A field that is not known yet is made, of the type of its value: text, number or boolean. */
            fields?: {
                [key: string]: unknown;
            };
            given_name?: string | null;
            links?: {
                label?: string | null;
                /** @description Of the web: http or https. */
                url: string;
            }[];
            name?: string;
            owner_id?: string | null;
            phones?: {
                label?: string | null;
                number: string;
            }[];
            /** @description Names; new ones are made. */
            tags?: string[];
            title?: string | null;
        };
        ContactDate: {
            /** Format: uuid */
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            day: number;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "birthday" | "anniversary" | "custom";
            /** @description What a custom date is. */
            label: string | null;
            month: number;
            /** @description Null where only the day is known. */
            year: number | null;
            /** @description Whether it comes again each year; else it needs a year. */
            yearly: boolean;
        };
        /** @description What is left out stays. */
        ContactDateChange: {
            day?: number;
            label?: string;
            month?: number;
            /** @description Null where only the day is known. */
            year?: number | null;
            /** @description Whether it comes again each year; else it needs a year. */
            yearly?: boolean;
        };
        ContactDatePage: {
            data: components["schemas"]["ContactDate"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description All of these hold; of an `any`, one of its conditions does. */
        ContactFilter: (components["schemas"]["Condition"] | components["schemas"]["AnyCondition"])[];
        ContactPage: {
            data: components["schemas"]["Contact"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
            /** @description With `count=exact`. */
            total?: number;
        };
        ContactReference: {
            /** Format: uuid */
            id: string;
            name: string;
            photo_url: string | null;
        };
        CountedCompany: {
            /** @description Contacts that work there, as of now. */
            contact_count: number;
            /** Format: date-time */
            created_at: string;
            domain: string | null;
            /** Format: uuid */
            id: string;
            /** @description When one of them was last heard from. */
            last_interaction_at: string | null;
            name: string;
            /** Format: date-time */
            updated_at: string;
        };
        CountedLabel: {
            color: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Open tasks that have it, as of now. */
            open_task_count: number;
            /** Format: date-time */
            updated_at: string;
        };
        CountedTag: {
            color: string | null;
            /** @description Contacts that have it, as of now. */
            contact_count: number;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
        };
        CreatedApiKey: {
            /** Format: date-time */
            created_at: string;
            expires_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description The key itself, shown this once. */
            key: string;
            last_used_at: string | null;
            name: string;
            /** @description The first characters of the key, to tell keys apart. */
            prefix: string;
            revoked_at: string | null;
            /**
             * @description What it may do: read; write as well; administer as well.
             * @enum {unknown}
             */
            scope: "read" | "write" | "admin";
        };
        CreatedInvitation: {
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            invited_by: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @description What the mail holds, to be passed on in any other way. Shown this once. */
            link: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
            /** @enum {unknown} */
            status: "pending" | "accepted" | "revoked" | "expired";
        };
        CreatedWebhook: {
            /** Format: date-time */
            created_at: string;
            description: string;
            /** @description Why Rapport disabled it; null when a person did. */
            disabled_reason: string | null;
            enabled: boolean;
            /** @description `contact.created`, all that begin alike (`contact.*`), or `*`. */
            event_types: string[];
            /** @description The first failure after which nothing got through. */
            failing_since: string | null;
            /** @description Until then the receiver wants to be left alone (`Retry-After`). */
            held_until: string | null;
            /** Format: uuid */
            id: string;
            /** @description What signatures are verified with, shown this once: `whsec_…`. */
            secret: string;
            /** Format: date-time */
            updated_at: string;
            /** @description https://, and a public address. */
            url: string;
        };
        Dashboard: {
            /** @description The last 12 weeks, the running one last. */
            activity: {
                mail_in: number;
                mail_out: number;
                meetings: number;
                others: number;
                /**
                 * Format: date
                 * @description Its Monday.
                 */
                week: string;
            }[];
            /** @description The newest contacts. */
            added: {
                company: string | null;
                /** Format: date-time */
                created_at: string;
                /** Format: uuid */
                id: string;
                name: string;
                photo_url: string | null;
            }[];
            /** Format: date-time */
            computed_at: string;
            counts: {
                companies: number;
                contacts: number;
                /** @description In the last 30 days. */
                contacts_added: number;
                /** @description With whom something passed in the last 30 days. */
                contacts_met: number;
                interactions: number;
            };
            most_active: {
                company: string | null;
                /** Format: uuid */
                id: string;
                /** @description In the last 30 days. */
                interactions: number;
                last_interaction_at: string | null;
                name: string;
                photo_url: string | null;
            }[];
            /** @description What passed last. */
            recent: {
                contact: {
                    company: string | null;
                    /** Format: uuid */
                    id: string;
                    name: string;
                    photo_url: string | null;
                } | null;
                direction: string | null;
                /** Format: uuid */
                id: string;
                kind: string;
                /** Format: date-time */
                occurred_at: string;
                snippet: string | null;
                subject: string | null;
            }[];
            /** @description Of the last 30 days, what most people took part in. */
            top: {
                contact: {
                    company: string | null;
                    /** Format: uuid */
                    id: string;
                    name: string;
                    photo_url: string | null;
                } | null;
                direction: string | null;
                /** Format: uuid */
                id: string;
                kind: string;
                /** Format: date-time */
                occurred_at: string;
                snippet: string | null;
                subject: string | null;
            }[];
            /** @description Birthdays and other dates of the next 30 days. */
            upcoming_dates: {
                contact: {
                    company: string | null;
                    /** Format: uuid */
                    id: string;
                    name: string;
                    photo_url: string | null;
                };
                kind: string;
                label: string | null;
                /** Format: date */
                occurs_on: string;
            }[];
            upcoming_meetings: {
                contact: {
                    company: string | null;
                    /** Format: uuid */
                    id: string;
                    name: string;
                    photo_url: string | null;
                } | null;
                direction: string | null;
                /** Format: uuid */
                id: string;
                kind: string;
                /** Format: date-time */
                occurred_at: string;
                snippet: string | null;
                subject: string | null;
            }[];
        };
        DayHours: {
            /** @description Monday is 1. */
            day: number;
            /** @description `08:00` */
            from: string;
            /** @description `18:00`; `24:00` is the end of the day. */
            until: string;
        };
        Dismissal: {
            contact_ids: string[];
            /** Format: date-time */
            created_at: string;
        };
        Duplicate: {
            /** @description The two, the older one first. */
            contacts: components["schemas"]["Contact"][];
            reasons: ("same_address" | "same_phone" | "same_name" | "similar_name" | "same_company")[];
            /** @description 0 to 1: how likely they are one person. */
            score: number;
        };
        DuplicatePage: {
            data: components["schemas"]["Duplicate"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        EmailChange: {
            /** @example ada@example.org */
            email: string;
            password: string;
        };
        /** @description The receipt: what was erased, when and by whom, but not of whom. */
        Erasure: {
            /** @description SHA-256, in hexadecimal, of `<organization id>:<address>` for each of their addresses. */
            address_hashes: string[];
            /** @description Rows that were removed or cleaned, by table. */
            counts: {
                [key: string]: number;
            };
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            /** @description Looks for what is left of their words, everywhere. */
            operation_id: string | null;
        };
        ErasurePage: {
            data: components["schemas"]["Erasure"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Event: {
            actor: {
                id: string;
                kind: string;
            };
            /** Format: date-time */
            created_at: string;
            data: {
                [key: string]: unknown;
            };
            id: number;
            /** @description What it is about: `contact:<id>`. */
            subject: string;
            /** @description Past tense: `contact.created`. */
            type: string;
        };
        EventPage: {
            data: components["schemas"]["Event"][];
            /** @description More may be there already: go on at once. */
            has_more: boolean;
            /** @description Where to go on, always. */
            next_cursor: string;
            /** @description The cursor means nothing here any more: fetch afresh, then go on. */
            reset: boolean;
        };
        Field: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Under which contacts have the value; it stays. */
            key: string;
            label: string;
            /** @description Of a select, in their order. */
            options: components["schemas"]["FieldOption"][];
            position: number;
            /** @enum {unknown} */
            type: "text" | "number" | "date" | "select" | "url" | "boolean";
            /** Format: date-time */
            updated_at: string;
        };
        /** @description Renaming changes no contact. An option that is left out is taken away from the contacts that have it. */
        FieldChange: {
            label?: string;
            /** @description All of them, in their order. One without `key` is new, and its label becomes its key. */
            options?: {
                color?: string | null;
                key?: string;
                label: string;
            }[];
            /** @description Its place among the fields, from 1. */
            position?: number;
        };
        FieldOption: {
            color: string | null;
            /** @description What contacts have; it stays. */
            key: string;
            label: string;
        };
        FieldPage: {
            data: components["schemas"]["Field"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description How far you have read a thread that you follow. */
        FollowedThread: {
            /** @description The number of its latest answer. */
            last_seq: number;
            mention_count: number;
            /** @description Everything up to this answer is read. */
            read_seq: number;
            /** @description Of the thread, when this was counted: an event with another `thread.revision` that is not above it is counted already. */
            revision: number;
            /** Format: uuid */
            room_id: string;
            /**
             * Format: uuid
             * @description The message that begins it.
             */
            thread_id: string;
            /** @description Answers of others after it, but for deleted ones. Exact. */
            unread_count: number;
        };
        FoundMessage: {
            /** @description Plain text around the first of the words. */
            excerpt: string;
            excerpt_marks: number[][];
            message: components["schemas"]["Message"];
        };
        FoundMessagePage: {
            data: components["schemas"]["FoundMessage"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Import: {
            columns: {
                header: string;
                target: string;
            }[] | null;
            dry_run: boolean;
            filename: string;
            format: string;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            mode: "upsert" | "create" | "update" | "skip";
            /** @description Of its operation. */
            status: string;
            /** @description The operation that undoes it. */
            undo_id: string | null;
        };
        ImportEntry: {
            /** @description An address or number, a sender, a place. */
            about: string | null;
            at: string | null;
            /** @description A name or a subject. */
            title: string | null;
        };
        ImportForm: {
            /**
             * Format: binary
             * @description CSV, mbox or .eml, also with gzip. Needed unless the options name an upload.
             */
            file?: string;
            /** @description ImportOptions as JSON. */
            options?: string;
        };
        ImportOptions: {
            /**
             * @description Whom mail makes contacts of: nobody new, those whom one of us wrote to, or everyone who is no machine and no list.
             * @default everyone
             * @enum {unknown}
             */
            create_contacts: "off" | "written_to" | "everyone";
            /** @description Of a CSV file. Found out unless given. */
            delimiter?: string;
            /** @description Goes through the whole file and stores nothing but counts and rejections. */
            dry_run?: boolean;
            /** @description A label of the Encoding Standard: utf-8, utf-16le, windows-1252, … Found out unless given. */
            encoding?: string;
            /** @description Whether the first line names the columns. Found out unless given. */
            header?: boolean;
            /** @description By what people in the file are recognized: `email`, `phone`, `name_company`, `id`, or a custom field (`field:Customer number`). Unless given: by any address, and without one by name, company and phone. */
            key?: string;
            /** @description What columns mean, by header (`Column 3` where there is none): name, given_name, middle_name, family_name, email, phone, company, title, tags, birthday, owner, id, ignore, `email:work`, `phone:mobile`, `field:Shoe size`. Others are understood as in the preview. */
            mapping?: {
                [key: string]: string;
            };
            /**
             * @description What happens to people whom we know: `upsert` adds to them and makes new ones, `create` rejects them, `update` changes them and rejects new ones, `skip` leaves them and makes new ones.
             * @default upsert
             * @enum {unknown}
             */
            mode: "upsert" | "create" | "update" | "skip";
            /** @description Addresses of ours beside the members': they tell what was sent from what was received. */
            own_addresses?: string[];
            /**
             * Format: uuid
             * @description The member who looks after the new ones whose row names nobody.
             */
            owner_id?: string;
            /** @description Of a CSV file; empty for none. Found out unless given. */
            quote?: string;
            /** @description Name or number of an Excel sheet; the first unless given. */
            sheet?: string;
            /** @description For everyone in the file. */
            tags?: string[];
            /**
             * Format: uuid
             * @description The file of a preview, instead of one in this form.
             */
            upload_id?: string;
        };
        ImportPreview: {
            bytes: number;
            columns: {
                confidence: number;
                header: string;
                /**
                 * @description Where the target comes from.
                 * @enum {unknown}
                 */
                origin: "given" | "remembered" | "name" | "content" | "none";
                samples: string[];
                /** @description As in `mapping`. */
                target: string;
            }[];
            delimiter: string | null;
            encoding: string | null;
            /** @description The first ones of a file that is no table: people, mails, meetings. */
            entries: components["schemas"]["ImportEntry"][];
            filename: string;
            format: string;
            has_header: boolean | null;
            /** @description Rows or messages, about. */
            items: number | null;
            /** @description The first ones. */
            rows: string[][];
            sheets: string[] | null;
            /**
             * Format: uuid
             * @description Say it in the options of the import; the file is kept for a day.
             */
            upload_id: string;
        };
        InboxCleared: {
            counts: components["schemas"]["NotificationCounts"];
            /** @description To undo it by; null when there was nothing to be done. */
            done_at: string | null;
            /** @description It takes 1,000 at once: say it again. */
            has_more: boolean;
        };
        /** @description One of these. */
        InboxClearing: {
            /**
             * Format: date-time
             * @description A `done_at` of before: what was done then is as it was before it.
             */
            undo?: string;
            /**
             * Format: date-time
             * @description Everything in the inbox that had happened by then is done: `happened_at` of the first that you show.
             */
            up_to?: string;
        };
        Interaction: {
            all_day: boolean;
            attachments: components["schemas"]["Attachment"][];
            body: components["schemas"]["InteractionBody"] | null;
            /** Format: date-time */
            created_at: string;
            /** @description Who wrote it here; null for what was brought in. */
            created_by: {
                id: string;
                kind: string;
            } | null;
            /** @description Gone from the lists, and can be restored until it is purged. */
            deleted_at: string | null;
            /** @description As the organization sees it; null where neither side is known to be ours. */
            direction: ("in" | "out" | "internal") | null;
            ends_at: string | null;
            /** @description Beside pictures that are shown in its text. */
            has_attachments: boolean;
            /** Format: uuid */
            id: string;
            /** @description `mail`, `meeting`, `call`, `note`; others will follow. */
            kind: string;
            location: string | null;
            /** @description Of kind `message`: which one of a room it is. */
            message_id: string | null;
            /**
             * Format: date-time
             * @description When it happened, or begins.
             */
            occurred_at: string;
            participants: {
                address: string | null;
                company_id: string | null;
                contact_id: string | null;
                /** @description All who share the address; `contact_id` is the oldest of them. */
                contact_ids: string[];
                name: string | null;
                /** @enum {unknown} */
                role: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            }[];
            pinned: boolean;
            snippet: string | null;
            /** @description Where it comes from: `mail`, or `manual` for what was written here. */
            source: string;
            status: ("confirmed" | "tentative" | "cancelled") | null;
            subject: string | null;
            thread: {
                /** @description Interactions in it, this one among them. */
                count: number;
                /** Format: uuid */
                id: string;
            };
            /** Format: uuid */
            thread_id: string;
            /** Format: date-time */
            updated_at: string;
        };
        InteractionBody: {
            /** @description As it was sent but safe to show; null where it was sent as text alone. Pictures from elsewhere are left out. */
            html: string | null;
            /** @description The end of `text` that only quotes what was answered: to be folded. */
            quoted: string | null;
            /** @description How many pictures from elsewhere there are: load them with `remote_images=load`. */
            remote_images: number;
            /** @description As a mail program shows it; of a note, its Markdown. */
            text: string | null;
            /** @description It was longer than is kept. */
            truncated: boolean;
        };
        /** @description What is left out stays; a list that is given replaces the one before. */
        InteractionChange: {
            all_day?: boolean;
            /** @description Companies that it is about. */
            company_ids?: string[];
            direction?: ("in" | "out" | "internal") | null;
            ends_at?: string | null;
            location?: string | null;
            /**
             * Format: date-time
             * @description When it happened or begins; now, unless given.
             */
            occurred_at?: string;
            /** @description Contacts by id, others by address. */
            participants?: ({
                /** Format: uuid */
                contact_id: string;
                /** @enum {unknown} */
                role?: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            } | {
                address: string;
                name?: string | null;
                /** @enum {unknown} */
                role?: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            })[];
            pinned?: boolean;
            status?: ("confirmed" | "tentative" | "cancelled") | null;
            subject?: string | null;
            text?: string | null;
        };
        InvitationAcceptance: {
            /** @description Of somebody who is new here. */
            name?: string;
            /** @description Of somebody who is new here. */
            password?: string;
            /** @description From the link. */
            token: string;
        };
        InvitationPage: {
            data: components["schemas"]["ListedInvitation"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Invitees: {
            user_ids: string[];
        };
        KindCounts: {
            /** @description Otherwise only the newest were counted: show the counts with a plus. */
            complete: boolean;
            data: {
                count: number;
                kind: string;
            }[];
        };
        Label: {
            color: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
        };
        LabelChange: {
            color?: string | null;
            name?: string;
        };
        LabelPage: {
            data: components["schemas"]["CountedLabel"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        LastMessage: {
            author: components["schemas"]["Author"];
            /** Format: date-time */
            created_at: string;
            deleted_at: string | null;
            /** Format: uuid */
            id: string;
            seq: number;
            snippet: string;
        };
        /** @description What the page says of itself: plain text, of which some may be empty. */
        LinkPreview: {
            description: string;
            site: string;
            title: string;
            /** @description As it stands in the message. */
            url: string;
        };
        LinkPreviews: {
            /** @description Whether the pages to which messages link are read, and shown below these. */
            enabled: boolean;
        };
        ListedInvitation: {
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            invited_by: {
                /** Format: uuid */
                id: string;
                name: string;
            } | null;
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
            /** @description Into which it leads, as far as you see them. */
            rooms: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            /** @enum {unknown} */
            status: "pending" | "accepted" | "revoked" | "expired";
        };
        /** @description Of somebody who has signed in the user, of a program the api key. */
        Me: {
            api_key: {
                /** Format: uuid */
                id: string;
                name: string;
                prefix: string;
                /**
                 * @description What it may do: read; write as well; administer as well.
                 * @enum {unknown}
                 */
                scope: "read" | "write" | "admin";
            } | null;
            organization: {
                /** Format: uuid */
                id: string;
                name: string;
            };
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
            user: {
                email: string;
                /** Format: uuid */
                id: string;
                language: ("en" | "de") | null;
                name: string;
                time_zone: string | null;
                two_factor: boolean;
            } | null;
        };
        Member: {
            /** Format: date-time */
            created_at: string;
            email: string;
            last_seen_at: string | null;
            name: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
            two_factor: boolean;
            /** Format: uuid */
            user_id: string;
        };
        MemberChange: {
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
        };
        MemberPage: {
            data: components["schemas"]["Member"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description An organization, and what you are in it. */
        Membership: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
        };
        MembershipPage: {
            data: components["schemas"]["Membership"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        MendedRows: {
            rows: {
                /** @description Of the rejection. */
                position: number;
                /** @description What should have stood there. */
                record: string[];
            }[];
        };
        Merge: {
            /** @description Those that became part of it; their names are forgotten when it is undone. */
            contacts: {
                /** Format: uuid */
                id: string;
                name: string | null;
            }[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            /** Format: uuid */
            id: string;
            /** @description Null when it was merged itself since, or removed. */
            into: components["schemas"]["ContactReference"] | null;
            /** Format: uuid */
            into_id: string;
            undone_at: string | null;
        };
        MergedInto: {
            /** Format: uuid */
            merged_into: string;
        };
        MergePage: {
            data: components["schemas"]["Merge"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        MergeUndone: {
            /** @description Those that are there again. */
            contacts: components["schemas"]["Contact"][];
            into: components["schemas"]["Contact"];
        };
        Message: {
            author: components["schemas"]["Author"];
            client_id: string | null;
            /** Format: date-time */
            created_at: string;
            deleted_at: string | null;
            edited_at: string | null;
            files: components["schemas"]["MessageFile"][];
            /** @description What the Markdown says, safe to show. */
            html: string;
            /** Format: uuid */
            id: string;
            mentions: {
                /** @description It concerns everyone in the room. */
                room: boolean;
                /** @description Whom it concerns by name, or by `@here`. */
                user_ids: string[];
            };
            pinned_at: string | null;
            /** @description Of the pages to which it links, where the organization has them read. */
            previews: components["schemas"]["LinkPreview"][];
            /** @description The first one first. */
            reactions: components["schemas"]["Reaction"][];
            /** Format: uuid */
            room_id: string;
            /** @description Counts the messages of the room from 1, without gaps; those of a thread by themselves. */
            seq: number;
            /** @description Its beginning as plain text. */
            snippet: string;
            /** @description Markdown, as it was written; empty of a deleted one. */
            text: string;
            /** @description The answers to it; null without any, and of an answer. */
            thread: components["schemas"]["ThreadSummary"] | null;
            /** @description The message that begins the thread in which this one answers. */
            thread_id: string | null;
            urgent: components["schemas"]["MessageUrgency"] | null;
        };
        MessageChange: {
            /** @description Markdown. `[@Ada](user:<id>)` mentions a user, `@room` everyone in the room, `@here` those of them who are here. */
            text: string;
        };
        MessageDraft: {
            /** Format: uuid */
            room_id: string;
            text: string;
            thread_id: string | null;
            /** Format: date-time */
            updated_at: string;
        };
        MessageDraftChange: {
            /** @description Empty: there is none any more. */
            text: string;
            /** @description The message that it is to answer. */
            thread_id?: string | null;
        };
        MessageDraftList: {
            data: components["schemas"]["MessageDraft"][];
        };
        MessageEdits: {
            /** @description What it said before, the first text first. */
            data: {
                html: string;
                text: string;
                /**
                 * Format: date-time
                 * @description When it was changed to the next.
                 */
                until: string;
            }[];
        };
        MessageFile: {
            height: number | null;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description Bytes. */
            size: number;
            thumbnail_url: string | null;
            /** @description What the content shows it to be, else what was said when it was uploaded. */
            type: string;
            /** @description To be saved; with `?inline=true` to be shown, if it is a picture. */
            url: string;
            /** @description Of a picture, in pixels; it has a thumbnail. */
            width: number | null;
        };
        MessageFileForm: {
            /**
             * Format: binary
             * @description Up to MESSAGE_FILE_LIMIT_MB.
             */
            file: string;
        };
        MessageHead: {
            author: components["schemas"]["Author"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            room_id: string;
            /** @description Null of direct messages. */
            room_name: string | null;
            /** @description Empty of a deleted one. */
            snippet: string;
            thread_id: string | null;
        };
        MessagePage: {
            /** @description Give it as `after` to have those after; null: there are none yet. */
            after: number | null;
            /** @description Give it as `before` to have those before; null: there are none. */
            before: number | null;
            /** @description In their order, the oldest first; deleted ones too. */
            data: components["schemas"]["Message"][];
        };
        MessageUrgency: {
            /** @description Whom it asks, and since when they have acknowledged it. */
            acknowledgements: {
                acknowledged_at: string | null;
                /** Format: uuid */
                user_id: string;
            }[];
            /**
             * Format: date-time
             * @description So long those who have not acted on it are told again, every 5 minutes.
             */
            until: string;
        };
        /** @description Each task stands in the first section that it fits; of each the first hundred. */
        MyDay: {
            /** Format: date */
            day: string;
            /** @description Done on this day. */
            done: {
                data: components["schemas"]["Task"][];
                total: number;
            };
            /** @description Due on this day. */
            due_today: {
                data: components["schemas"]["Task"][];
                total: number;
            };
            /** @description Assigned to you, as all below. */
            overdue: {
                data: components["schemas"]["Task"][];
                total: number;
            };
            /** @description Open tasks that you have planned for this day, or for one before. */
            planned: {
                data: components["schemas"]["Task"][];
                total: number;
            };
            /** @description In progress, or their start has come. */
            started: {
                data: components["schemas"]["Task"][];
                total: number;
            };
            /** @description What they waited for was done in the last seven days. */
            unblocked: {
                data: components["schemas"]["Task"][];
                total: number;
            };
        };
        NewApiKey: {
            expires_at?: string | null;
            name: string;
            /**
             * @description What it may do: read; write as well; administer as well.
             * @default write
             * @enum {unknown}
             */
            scope: "read" | "write" | "admin";
        };
        /** @description Either `contact_ids` or `selection`; a `change` when that is the action. */
        NewBulkChange: {
            /**
             * @description `restore` is for contacts that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            change?: components["schemas"]["BulkContactChange"];
            contact_ids?: string[];
            selection?: components["schemas"]["BulkSelection"];
        };
        /** @description Either `task_ids` or `selection`; a `change` when that is the action. */
        NewBulkTaskChange: {
            /**
             * @description `delete` takes parts along; `restore` is for tasks that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            change?: components["schemas"]["BulkTaskChange"];
            selection?: components["schemas"]["BulkTaskSelection"];
            task_ids?: string[];
        };
        NewCompany: {
            domain?: string | null;
            name: string;
        };
        /** @description Either `company_ids` or `selection`; a `change` when that is the action. */
        NewCompanyBulkChange: {
            /**
             * @description `restore` is for companies that are deleted, the others for those that are not.
             * @enum {unknown}
             */
            action: "change" | "delete" | "restore";
            change?: components["schemas"]["BulkCompanyChange"];
            company_ids?: string[];
            selection?: components["schemas"]["BulkCompanySelection"];
        };
        NewCompanyView: {
            /** @description What is shown, in this order, by the names that lists are sorted and filtered by. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["CompanyFilter"];
            name: string;
            q?: string | null;
            /** @default false */
            shared: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        /** @description At least a name (whole, given or family) or an address. */
        NewContact: {
            /** @description By id, or by name: a company of that name is made if there is none. */
            company?: {
                /** Format: uuid */
                id?: string;
                name?: string;
            } | null;
            /** @description The primary one first, unless one says `primary`. */
            emails?: {
                /** Format: email */
                address: string;
                label?: string | null;
                primary?: boolean;
                /** @description As it came; it changes nothing. */
                shared?: boolean;
            }[];
            family_name?: string | null;
            /** @description By key or label. A field that is not known yet is made, of the type of its value: text, number or boolean. */
            fields?: {
                [key: string]: unknown;
            };
            given_name?: string | null;
            links?: {
                label?: string | null;
                /** @description Of the web: http or https. */
                url: string;
            }[];
            name?: string;
            owner_id?: string | null;
            phones?: {
                label?: string | null;
                number: string;
            }[];
            /** @description Names; new ones are made. */
            tags?: string[];
            title?: string | null;
        };
        /** @description A custom date needs a label; a contact has one birthday. */
        NewContactDate: {
            day: number;
            /** @enum {unknown} */
            kind: "birthday" | "anniversary" | "custom";
            label?: string;
            month: number;
            /** @description Null where only the day is known. */
            year?: number | null;
            /** @description Whether it comes again each year; else it needs a year. */
            yearly?: boolean;
        };
        /** @description Two contacts that are not one. */
        NewDismissal: {
            contact_ids: string[];
        };
        /** @description The label becomes its key, unless one is given. */
        NewField: {
            key?: string;
            label: string;
            /** @description All of them, in their order. One without `key` is new, and its label becomes its key. */
            options?: {
                color?: string | null;
                key?: string;
                label: string;
            }[];
            /** @enum {unknown} */
            type: "text" | "number" | "date" | "select" | "url" | "boolean";
        };
        NewInteraction: {
            all_day?: boolean;
            /** @description Companies that it is about. */
            company_ids?: string[];
            direction?: ("in" | "out" | "internal") | null;
            ends_at?: string | null;
            /** @description `call`, `meeting`, or another word; mail is imported, and notes are written at /notes. */
            kind: string;
            location?: string | null;
            /**
             * Format: date-time
             * @description When it happened or begins; now, unless given.
             */
            occurred_at?: string;
            /** @description Contacts by id, others by address. */
            participants?: ({
                /** Format: uuid */
                contact_id: string;
                /** @enum {unknown} */
                role?: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            } | {
                address: string;
                name?: string | null;
                /** @enum {unknown} */
                role?: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            })[];
            status?: ("confirmed" | "tentative" | "cancelled") | null;
            subject?: string | null;
            text?: string | null;
        };
        NewInvitation: {
            /** @example ada@example.org */
            email: string;
            /**
             * @default member
             * @enum {unknown}
             */
            role: "owner" | "admin" | "member" | "guest";
            /** @description Channels in which they are once they have come: public ones, and those in which you are. Not in those that are archived by then, nor in private ones in which you are not any more. */
            room_ids?: string[];
        };
        NewLabel: {
            color?: string | null;
            name: string;
        };
        NewMerge: {
            /** @description Whose value stands, by contact. Unless chosen, that of `into`, or of the first that has one. */
            choices?: {
                /** Format: uuid */
                company?: string;
                /** Format: uuid */
                family_name?: string;
                fields?: {
                    [key: string]: string;
                };
                /** Format: uuid */
                given_name?: string;
                /** Format: uuid */
                name?: string;
                /** Format: uuid */
                owner?: string;
                /** Format: uuid */
                photo?: string;
                /** Format: uuid */
                title?: string;
            };
            /** @description Those that become part of it. */
            contact_ids: string[];
            /**
             * Format: uuid
             * @description The contact that stays.
             */
            into: string;
        };
        NewMessage: {
            /**
             * Format: uuid
             * @description Chosen by you, another for each message: sent again it is the same message.
             */
            client_id?: string;
            /** @description Of files that you have uploaded to the room. */
            file_ids?: string[];
            /** @description Markdown. `[@Ada](user:<id>)` mentions a user, `@room` everyone in the room, `@here` those of them who are here. It says something, or there are files. */
            text: string;
            /**
             * Format: uuid
             * @description The message of the room that this one answers, in its thread.
             */
            thread_id?: string;
            /** @description Asks whom it names, in a direct room everybody else, to acknowledge it, and tells them again every 5 minutes until they do, for 30. From members, for at most 20 people, at most 10 in an hour. */
            urgent?: boolean;
        };
        /** @description About at least one contact or company. */
        NewNote: {
            company_ids?: string[];
            /** @description Whom it is about. */
            contact_ids?: string[];
            pinned?: boolean;
            /** @description Markdown. `[Ada](contact:<id>)` mentions a contact. */
            text: string;
        };
        NewOrganization: {
            name: string;
        };
        NewPasskey: {
            /** @description What `toJSON()` of the new credential gives. */
            credential: {
                /** @enum {unknown} */
                authenticatorAttachment?: "platform" | "cross-platform";
                clientExtensionResults: {
                    [key: string]: unknown;
                };
                id: string;
                /** @description base64url */
                rawId: string;
                response: {
                    /** @description base64url */
                    attestationObject: string;
                    /** @description base64url */
                    clientDataJSON: string;
                    transports?: string[];
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                type: "public-key";
            } & {
                [key: string]: unknown;
            };
            /** @description Otherwise that of the password manager, if it is known. */
            name?: string;
        };
        NewPushSubscription: {
            /**
             * Format: uri
             * @description Of the `PushSubscription` of the browser, as the keys.
             */
            endpoint: string;
            keys: {
                auth: string;
                p256dh: string;
            };
            /**
             * @description In which it is told.
             * @enum {unknown}
             */
            language: "en" | "de";
        };
        /** @description `custom` needs both labels: `mentor`, and `mentee` as seen from the other side. No other has any. */
        NewRelationship: {
            /**
             * Format: uuid
             * @description The other one.
             */
            contact_id: string;
            inverse_label?: string;
            /**
             * @description What the other one is to the contact in the path: its manager.
             * @enum {unknown}
             */
            kind: "spouse" | "partner" | "sibling" | "friend" | "colleague" | "parent" | "child" | "manager" | "report" | "assistant" | "principal" | "referrer" | "referral" | "custom";
            label?: string;
        };
        NewReminder: {
            /** Format: uuid */
            message_id?: string;
            /** @description Without a message it says something. */
            text?: string;
            time: {
                /** Format: date-time */
                remind_at: string;
                repeat_rule?: string;
                /** @description Of the IANA database: `Europe/Berlin`. */
                zone?: string;
            } | {
                /**
                 * @description The language of days and times.
                 * @default en
                 * @enum {unknown}
                 */
                locale: "en" | "de";
                /** @description `tomorrow at 9`, `in 20 minutes`, `every monday 8:30`. A day without a time is at 9. */
                when: string;
                /** @description Of the IANA database: `Europe/Berlin`. */
                zone: string;
            };
        };
        /** @description The direct room of people who have one already is that one. */
        NewRoom: {
            /** @enum {string} */
            kind: "channel";
            /** @description Of a channel; public ones have each another. */
            name: string;
            topic?: string;
            /** @description Who is in it from the beginning, beside you. */
            user_ids?: string[];
            /**
             * @description `public`, unless given.
             * @enum {unknown}
             */
            visibility?: "public" | "private";
        } | {
            /** @enum {string} */
            kind: "direct";
            /** @description The others; none: a room of your own. */
            user_ids: string[];
        };
        NewScheduledMessage: {
            /** @description Of files that you have uploaded to the room. */
            file_ids?: string[];
            /**
             * Format: date-time
             * @description In the future, at most two years away.
             */
            send_at: string;
            /** @description Markdown, as that of a message. It says something, or there are files. */
            text: string;
            /** @description The message of the room that it is to answer. */
            thread_id?: string | null;
            /** @description As of a message that is sent at once. */
            urgent?: boolean;
        };
        NewSession: {
            email: string;
            password: string;
            /**
             * @description Otherwise it ends with the browser, or after a day.
             * @default true
             */
            remember: boolean;
        };
        NewTag: {
            color?: string | null;
            name: string;
        };
        NewTask: {
            /** @description Members, guests too. */
            assignee_ids?: string[];
            /** @description Tasks that have to be done first. */
            blocker_ids?: string[];
            /**
             * @description Instead of `status_id`: the first status of this category.
             * @enum {unknown}
             */
            category?: "backlog" | "todo" | "doing" | "done" | "cancelled";
            /** @description Companies that it is about. */
            company_ids?: string[];
            /** @description Whom it is about. */
            contact_ids?: string[];
            description?: string | null;
            due_on?: string | null;
            due_time?: string | null;
            due_zone?: string | null;
            estimate_minutes?: number | null;
            /** @description Names; new ones are made. */
            labels?: string[];
            /** @description Messages that it came from, of those that you see. */
            message_ids?: string[];
            parent_id?: string | null;
            /** @enum {unknown} */
            priority?: "none" | "low" | "medium" | "high" | "urgent";
            /**
             * @description When the next one is made: `on_completion` unless given, or when its day has come.
             * @enum {unknown}
             */
            repeat_mode?: "on_completion" | "on_schedule";
            repeat_rule?: string | null;
            /** @description Rooms that it is about, of those that you see. */
            room_ids?: string[];
            starts_on?: string | null;
            /** Format: uuid */
            status_id?: string;
            title: string;
            /** @description Members, guests too: they see it by that. */
            watcher_ids?: string[];
        };
        NewTaskStatus: {
            /** @description Right behind this one; null: the first. Otherwise the last. */
            after_id?: string | null;
            /** @enum {unknown} */
            category: "backlog" | "todo" | "doing" | "done" | "cancelled";
            color?: string | null;
            name: string;
        };
        NewTaskView: {
            /** @description What a list shows, in this order. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["TaskFilter"];
            /**
             * @default list
             * @enum {unknown}
             */
            layout: "list" | "board" | "calendar";
            name: string;
            /** @default false */
            shared: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        NewView: {
            /** @description What is shown, in this order, by the names that lists are sorted and filtered by. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["ContactFilter"];
            name: string;
            q?: string | null;
            /** @default false */
            shared: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        NewWebhook: {
            description?: string;
            enabled?: boolean;
            /** @description `contact.created`, all that begin alike (`contact.*`), or `*`. */
            event_types: string[];
            /** @description https://, and a public address. */
            url: string;
        };
        NewWebhookReplay: {
            /** @description `next_cursor` of the answer before. */
            cursor?: string;
            /** Format: date-time */
            from: string;
            /**
             * @description Events that never got through, or all.
             * @default undelivered
             * @enum {unknown}
             */
            only: "undelivered" | "all";
            /** Format: date-time */
            to?: string;
        };
        Note: {
            company_ids: string[];
            /** @description Whom it is about. */
            contact_ids: string[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            deleted_at: string | null;
            /** @description What the Markdown says, safe to show. */
            html: string;
            /** Format: uuid */
            id: string;
            /** @description Contacts whom it links to. */
            mentioned_ids: string[];
            pinned: boolean;
            /** @description Markdown, as it was written. */
            text: string;
            /** Format: date-time */
            updated_at: string;
        };
        /** @description What is left out stays; a list that is given replaces the one before. */
        NoteChange: {
            company_ids?: string[];
            /** @description Whom it is about. */
            contact_ids?: string[];
            pinned?: boolean;
            /** @description Markdown. `[Ada](contact:<id>)` mentions a contact. */
            text?: string;
        };
        NotePage: {
            data: components["schemas"]["Note"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description What of one kind happened in one place. */
        Notification: {
            actor: {
                id: string | null;
                kind: string;
                /** @description As they were called then; null of Rapport itself. */
                name: string | null;
            };
            /** @description Out of the inbox, until more happens there. */
            done_at: string | null;
            /**
             * Format: date-time
             * @description The latest of it, or when it came back from being snoozed.
             */
            happened_at: string;
            /** Format: uuid */
            id: string;
            /** @description It was said about a task: `title` is the task's. */
            is_comment: boolean;
            /** @enum {unknown} */
            kind: "urgent" | "mention" | "direct_message" | "reply" | "assigned" | "due_soon" | "unblocked" | "reminder" | "not_sent" | "operation_finished" | "operation_failed";
            /** @description Where it happened: `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`. */
            place: string;
            read_at: string | null;
            /** @description How the message begins, or why the operation failed. */
            snippet: string;
            /** @description Then it comes back, unread; or when more happens there. */
            snoozed_until: string | null;
            /** @description What it leads to, the latest: `message:<id>`, `task:<id>`, `import:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`. */
            subject: string;
            /** @description What the channel, the task or the file is called; null of direct messages. */
            title: string | null;
            /** @description How much of this kind happened there that you have not read; 0 when it is read. */
            unread_count: number;
        };
        /** @description One of these. */
        NotificationChange: {
            /** @description What is done is read; `false` brings it back to the inbox as it was before. */
            done?: boolean;
            read?: boolean;
            snoozed_until?: string | null;
        };
        NotificationCounts: {
            /** @description Places of which something is snoozed; 1,000 when there are more. */
            snoozed: number;
            /** @description Places of which something in the inbox is not read; 1,000 when there are more. */
            unread: number;
        };
        /** @description Outside of them it is quiet. */
        NotificationHours: {
            /** @description The days on which notifications may come, and when. */
            days: components["schemas"]["DayHours"][];
            /** @description Of the IANA database: `Europe/Berlin`. */
            zone: string;
        };
        NotificationPage: {
            counts: components["schemas"]["NotificationCounts"];
            /** @description The latest first. */
            data: components["schemas"]["Notification"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        NotificationPreferences: {
            kinds: {
                assigned: components["schemas"]["NotificationWays"];
                direct_message: components["schemas"]["NotificationWays"];
                due_soon: components["schemas"]["NotificationWays"];
                mention: components["schemas"]["NotificationWays"];
                not_sent: components["schemas"]["NotificationWays"];
                operation_failed: components["schemas"]["NotificationWays"];
                operation_finished: components["schemas"]["NotificationWays"];
                reminder: components["schemas"]["NotificationWays"];
                reply: components["schemas"]["NotificationWays"];
                unblocked: components["schemas"]["NotificationWays"];
                urgent: components["schemas"]["NotificationWays"];
            };
            mail_minutes: number | null;
            /** @description Of what happens there nothing comes. */
            muted: {
                /** @description Where it happened: `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`. */
                place: string;
                /** @description What it is called, as far as one was told. */
                title: string | null;
            }[];
            /** @description Whether pushes say what was said; else they say only who wrote, and where. Locked screens show them. */
            push_snippets: boolean;
            /** @description Whether mail and push tell of what is urgent also when you are not to be disturbed (`/availability`). Everything else waits until then. */
            urgent_when_quiet: boolean;
        };
        /** @description What is left out stays. */
        NotificationPreferencesChange: {
            kinds?: {
                assigned?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                direct_message?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                due_soon?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                mention?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                not_sent?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                operation_failed?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                operation_finished?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                reminder?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                reply?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                unblocked?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
                urgent?: {
                    /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
                    in_app?: boolean;
                    /** @description Whether a mail tells of it, when it was not seen. */
                    mail?: boolean;
                    /** @description Whether browsers that were let show it while no page of ours is looked at. */
                    push?: boolean;
                };
            };
            mail_minutes?: number | null;
            /** @description Nothing of this place any more. A room is muted by `/rooms/:id/membership`. */
            mute?: string;
            /** @description Whether pushes say what was said; else they say only who wrote, and where. Locked screens show them. */
            push_snippets?: boolean;
            /** @description Where it happened: `room:<id>`, `room:<id>/thread:<id>`, `task:<id>`, `operation:<id>`, `reminder:<id>`, `scheduled_message:<id>`. */
            unmute?: string;
            /** @description Whether mail and push tell of what is urgent also when you are not to be disturbed (`/availability`). Everything else waits until then. */
            urgent_when_quiet?: boolean;
        };
        /** @description Which, and one of the changes. */
        NotificationsChange: {
            /** @description What is done is read; `false` brings it back to the inbox as it was before. */
            done?: boolean;
            ids: string[];
            read?: boolean;
            snoozed_until?: string | null;
        };
        NotificationsChanged: {
            counts: components["schemas"]["NotificationCounts"];
            /** @description Those of them that there are, as they are now. */
            data: components["schemas"]["Notification"][];
        };
        /** @description One of these. */
        NotificationsRead: {
            ids?: string[];
            /** @description Everything about it: to be said when it is opened. A room is read by `/rooms/:id/read`. */
            place?: string;
            /**
             * Format: date-time
             * @description Everything that had happened by then: `happened_at` of the first that you show.
             */
            up_to?: string;
        };
        NotificationWays: {
            /** @description Whether it comes into the inbox. What does not, is told in no other way either. */
            in_app: boolean;
            /** @description Whether a mail tells of it, when it was not seen. */
            mail: boolean;
            /** @description Whether browsers that were let show it while no page of ours is looked at. */
            push: boolean;
        };
        OpenInvitation: {
            email: string;
            /** Format: date-time */
            expires_at: string;
            invited_by: string | null;
            /** @description There is an account with this address: sign in with it, then accept. */
            known: boolean;
            organization: string;
            /** @enum {unknown} */
            role: "owner" | "admin" | "member" | "guest";
        };
        Operation: {
            /** Format: date-time */
            created_at: string;
            /** @description Items gone through, the failed ones among them. */
            done: number;
            /** @description Whether it stores nothing but what would come of it. */
            dry_run: boolean;
            error: {
                code: string;
                message: string;
            } | null;
            failed: number;
            /** @description Of the file that it is about, where there is one. */
            filename: string | null;
            finished_at: string | null;
            /** Format: uuid */
            id: string;
            kind: string;
            /** @description Items a second, in the current run. */
            rate: number | null;
            result: {
                [key: string]: unknown;
            } | null;
            started_at: string | null;
            /** @enum {unknown} */
            status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            /** @description Null while it is not known. */
            total: number | null;
            /** @description When what it did was taken back. */
            undone_at: string | null;
        };
        OperationPage: {
            data: components["schemas"]["Operation"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Organization: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {unknown} */
            plan: "free" | "pro" | "enterprise" | "unlimited";
            /** @description Members without a second factor reach nothing of it. */
            require_two_factor: boolean;
        };
        OrganizationChange: {
            name?: string;
            require_two_factor?: boolean;
        };
        OrganizationDeletion: {
            /** @description Of the organization, to show that it is meant. */
            name: string;
        };
        /** @description A mail that was not sent, because there is no mail server. */
        OutboxMail: {
            /** Format: date-time */
            created_at: string;
            id: string;
            subject: string;
            text: string;
            to: string;
        };
        OutboxPage: {
            data: components["schemas"]["OutboxMail"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        ParsedTaskLine: {
            /** @description Whether a name has several candidates. */
            ambiguous: boolean;
            /** @description What was understood, in the order of the text. */
            spans: {
                /** @description Of names: whoever may be meant. One is taken; several are for somebody to choose from; none leaves the words in the title. */
                candidates?: components["schemas"]["TaskLineCandidate"][];
                from: number;
                /** @enum {unknown} */
                kind: "due" | "repetition" | "priority" | "label" | "estimate" | "assignee" | "about";
                /** @description [from, to) in UTF-16 units. */
                to: number;
            }[];
            task: components["schemas"]["TaskDraft"];
        };
        Passkey: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            last_used_at: string | null;
            name: string;
            /** @description Kept by a password manager or the account of the device, and so on other devices too. */
            synced: boolean;
        };
        PasskeyChange: {
            name: string;
        };
        /** @description For `PublicKeyCredential.parseCreationOptionsFromJSON()`. */
        PasskeyCreationOptions: {
            attestation: string;
            authenticatorSelection: {
                requireResidentKey: boolean;
                residentKey: string;
                userVerification: string;
            };
            /** @description base64url */
            challenge: string;
            excludeCredentials: {
                /** @description base64url */
                id: string;
                transports?: string[];
                type: string;
            }[];
            pubKeyCredParams: {
                alg: number;
                type: string;
            }[];
            rp: {
                id: string;
                name: string;
            };
            timeout: number;
            user: {
                displayName: string;
                /** @description base64url */
                id: string;
                name: string;
            };
        };
        PasskeyOptionsRequest: {
            /** @description Not needed within an hour of signing in. */
            password?: string;
        };
        PasskeyPage: {
            data: components["schemas"]["Passkey"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description For `PublicKeyCredential.parseRequestOptionsFromJSON()`. */
        PasskeyRequestOptions: {
            /** @description base64url */
            challenge: string;
            rpId: string;
            timeout: number;
            userVerification: string;
        };
        PasskeySignIn: {
            /** @description What `toJSON()` of the credential gives. */
            credential: {
                /** @enum {unknown} */
                authenticatorAttachment?: "platform" | "cross-platform";
                clientExtensionResults: {
                    [key: string]: unknown;
                };
                id: string;
                /** @description base64url */
                rawId: string;
                response: {
                    /** @description base64url */
                    authenticatorData: string;
                    /** @description base64url */
                    clientDataJSON: string;
                    /** @description base64url */
                    signature: string;
                    userHandle?: string;
                } & {
                    [key: string]: unknown;
                };
                /** @enum {string} */
                type: "public-key";
            } & {
                [key: string]: unknown;
            };
        };
        PasswordChange: {
            current_password: string;
            password: string;
        };
        PasswordProof: {
            password: string;
        };
        PasswordReset: {
            /** @example ada@example.org */
            email: string;
        };
        PasswordResetConfirmation: {
            password: string;
            /** @description From the link. */
            token: string;
        };
        PhotoForm: {
            /**
             * Format: binary
             * @description JPEG, PNG, WebP, AVIF or a still GIF, up to 10 MB.
             */
            file: string;
        };
        PinnedMessages: {
            data: components["schemas"]["Message"][];
        };
        Problem: {
            /** @description Stable, for programs. */
            code: string;
            /** @description What happened, and what to do. */
            detail: string;
            errors?: {
                message: string;
                path: string;
            }[];
            request_id: string;
            status: number;
            title: string;
            type: string;
        };
        PushKey: {
            /** @description The `applicationServerKey` for `PushManager.subscribe`. */
            public_key: string;
        };
        PushSubscription: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
        };
        Reaction: {
            emoji: string;
            user_ids: string[];
        };
        ReadMark: {
            /** @description Everything up to this message. */
            seq: number;
        };
        ReadReminderWhen: {
            /** @description Null: the words say no time to come. */
            remind_at: string | null;
            repeat_rule: string | null;
        };
        RecoveryCodes: {
            /** @description Each signs in once, instead of a code. Shown this once. */
            recovery_codes: string[];
        };
        Rejection: {
            /** @description The beginning of what was rejected. */
            excerpt: string;
            /** @description Line of a CSV file, number of a message in a mailbox; from 1. */
            position: number;
            reason: string;
            /** @description What stood there, in the order of the columns. */
            record: string[] | null;
        };
        RejectionPage: {
            data: components["schemas"]["Rejection"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        /** @description As seen from one side. */
        Relationship: {
            contact: components["schemas"]["ContactReference"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /**
             * @description What the one below is to the contact that was asked about.
             * @enum {unknown}
             */
            kind: "spouse" | "partner" | "sibling" | "friend" | "colleague" | "parent" | "child" | "manager" | "report" | "assistant" | "principal" | "referrer" | "referral" | "custom";
            label: string | null;
        };
        RelationshipPage: {
            data: components["schemas"]["Relationship"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Reminder: {
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description What it is about; null for one without, and where you do not see the message any more. */
            message: components["schemas"]["MessageHead"] | null;
            /** Format: date-time */
            remind_at: string;
            /** @description By which it comes again (RFC 5545). */
            repeat_rule: string | null;
            /** @description In your own words. */
            text: string;
            /** @description Since when you are reminded; null while it is to come. */
            told_at: string | null;
        };
        ReminderChange: {
            /**
             * Format: date-time
             * @description Another time for this one; where it comes again, that does not change when it does.
             */
            remind_at?: string;
            text?: string;
        };
        ReminderPage: {
            data: components["schemas"]["Reminder"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        ReminderWhen: {
            /**
             * @description The language of days and times.
             * @default en
             * @enum {unknown}
             */
            locale: "en" | "de";
            /** @description `tomorrow at 9`, `in 20 minutes`, `every monday 8:30`. A day without a time is at 9. */
            text: string;
            /** @description Of the IANA database: `Europe/Berlin`. */
            zone: string;
        };
        Room: {
            /** @description Since then it is only read. */
            archived_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            /** Format: uuid */
            id: string;
            /** @description What comes of that; null: for ever. */
            kept_days: number | null;
            /**
             * @description `direct`: messages of two or more, who are always the same. `task`: the comments of a task.
             * @enum {unknown}
             */
            kind: "channel" | "direct" | "task";
            name: string | null;
            /** @description Of a direct room who is in it; null of a channel. */
            people: components["schemas"]["RoomPerson"][] | null;
            /** @description So long its messages are kept. 0: for ever; null: as the organization says. */
            retention_days: number | null;
            /** @description The task whose comments it has. */
            task_id: string | null;
            topic: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description Every member sees `public` ones and may join, but for guests; of others nobody else knows.
             * @enum {unknown}
             */
            visibility: "public" | "private";
        };
        /** @description Of a channel; of a direct room only `retention_days`. */
        RoomChange: {
            archived?: boolean;
            /** @description Of a channel; public ones have each another. */
            name?: string;
            /** @description By admins. 0: for ever; null: as the organization says. */
            retention_days?: number | null;
            topic?: string;
            /** @enum {unknown} */
            visibility?: "public" | "private";
        };
        RoomEntry: {
            /** @description Since then it is only read. */
            archived_at: string | null;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            /** @description What you have begun to write in it. */
            draft: components["schemas"]["MessageDraft"] | null;
            /** Format: uuid */
            id: string;
            /** @description What comes of that; null: for ever. */
            kept_days: number | null;
            /**
             * @description `direct`: messages of two or more, who are always the same. `task`: the comments of a task.
             * @enum {unknown}
             */
            kind: "channel" | "direct" | "task";
            /** @description Deleted or not. */
            last_message: components["schemas"]["LastMessage"] | null;
            /** @description The number of its latest message; 0 without any. */
            last_seq: number;
            /** @description Yours; null where you are not in it. */
            membership: components["schemas"]["RoomMembership"] | null;
            name: string | null;
            /** @description Of a direct room who is in it; null of a channel. */
            people: components["schemas"]["RoomPerson"][] | null;
            /** @description So long its messages are kept. 0: for ever; null: as the organization says. */
            retention_days: number | null;
            /** @description Raised by each message that comes, goes or changes whom it is for; its event has the same. */
            revision: number;
            /** @description The task whose comments it has. */
            task_id: string | null;
            topic: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description Every member sees `public` ones and may join, but for guests; of others nobody else knows.
             * @enum {unknown}
             */
            visibility: "public" | "private";
        };
        RoomFile: {
            /** Format: date-time */
            created_at: string;
            height: number | null;
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            message_id: string;
            name: string;
            /** @description Bytes. */
            size: number;
            thumbnail_url: string | null;
            /** @description What the content shows it to be, else what was said when it was uploaded. */
            type: string;
            /** Format: uuid */
            uploaded_by: string;
            /** @description To be saved; with `?inline=true` to be shown, if it is a picture. */
            url: string;
            /** @description Of a picture, in pixels; it has a thumbnail. */
            width: number | null;
        };
        RoomFilePage: {
            data: components["schemas"]["RoomFile"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        RoomList: {
            data: components["schemas"]["RoomEntry"][];
            /** @description Those that you follow and have not read. */
            threads: components["schemas"]["FollowedThread"][];
        };
        RoomMember: {
            /** Format: date-time */
            joined_at: string;
            name: string;
            /** @enum {unknown} */
            role: "owner" | "member";
            /** Format: uuid */
            user_id: string;
        };
        RoomMemberPage: {
            data: components["schemas"]["RoomMember"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        RoomMembership: {
            /** Format: date-time */
            joined_at: string;
            /** @description Those of them that mention you, or everyone in the room. */
            mention_count: number;
            muted_until: string | null;
            /** @enum {unknown} */
            notify: "all" | "mentions" | "nothing";
            /** @description Everything up to this message is read. */
            read_seq: number;
            /** @description Of the room, when this was counted. */
            revision: number;
            /** @enum {unknown} */
            role: "owner" | "member";
            /** Format: uuid */
            room_id: string;
            /** @description Messages of others after it, but for deleted ones. Exact. */
            unread_count: number;
        };
        RoomMembershipChange: {
            /** @description Until then nothing of it notifies you. */
            muted_until?: string | null;
            /**
             * @description Of what you are notified.
             * @enum {unknown}
             */
            notify?: "all" | "mentions" | "nothing";
        };
        RoomPerson: {
            name: string;
            /** Format: uuid */
            user_id: string;
        };
        RoomRetention: {
            /** @description Null: for ever. */
            days: number | null;
        };
        RoomRoleChange: {
            /** @enum {unknown} */
            role: "owner" | "member";
        };
        ScheduledMessage: {
            /** Format: date-time */
            created_at: string;
            /** @description They are kept for it, and only you see them. */
            files: components["schemas"]["MessageFile"][];
            /** Format: uuid */
            id: string;
            /** @description Why it was not sent; it waits for you to change its time, to send or to remove it. */
            problem: ("room_gone" | "room_archived" | "not_in_room" | "thread_gone" | "refused") | null;
            /** Format: uuid */
            room_id: string;
            /** @description Null of direct messages, and where you do not see the room any more. */
            room_name: string | null;
            /** Format: date-time */
            send_at: string;
            text: string;
            thread_id: string | null;
            /** @description It asks to be acknowledged once it is sent. */
            urgent: boolean;
        };
        ScheduledMessageChange: {
            /** @description Those that it is to have. */
            file_ids?: string[];
            /**
             * Format: uuid
             * @description Another room, in which it answers nothing; its files come along.
             */
            room_id?: string;
            /**
             * Format: date-time
             * @description In the future, at most two years away.
             */
            send_at?: string;
            /** @description Markdown, as that of a message. It says something, or there are files. */
            text?: string;
            /** @description What it is to answer; null: nothing, it is said in the room. */
            thread_id?: string | null;
        };
        ScheduledMessagePage: {
            data: components["schemas"]["ScheduledMessage"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        SearchResult: {
            /** @description Kinds of which something was found. */
            groups: {
                data: {
                    at: string | null;
                    contact_id: string | null;
                    excerpt: string | null;
                    /** @description Where what was searched for stands: [from, to) in UTF-16 units. */
                    excerpt_marks: number[][];
                    /** Format: uuid */
                    id: string;
                    photo_url: string | null;
                    /** @description Of a message, where it was sent. */
                    room_id: string | null;
                    subtitle: string | null;
                    /** @description Of an answer, the message that begins its thread. */
                    thread_id: string | null;
                    title: string;
                    /** @description Where what was searched for stands: [from, to) in UTF-16 units. */
                    title_marks: number[][];
                }[];
                has_more: boolean;
                /** @description `contact`, `company`, `mail`, `meeting`, `call`, `note`, `message`, `task`. */
                kind: string;
            }[];
            meant: string[] | null;
        };
        Session: {
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description The one that asks. */
            current: boolean;
            /** Format: date-time */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_seen_at: string;
            /** @enum {unknown} */
            method: "password" | "passkey" | "oidc";
            organization_id: string | null;
            user_agent: string | null;
        };
        SessionChange: {
            /** Format: uuid */
            organization_id: string;
        };
        SessionPage: {
            data: components["schemas"]["Session"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Setup: {
            /** @example ada@example.org */
            email: string;
            name: string;
            organization: string;
            password: string;
            /** @description From the link. */
            token: string;
        };
        SetupState: {
            /** @description Nobody has set it up yet. */
            needed: boolean;
        };
        ShownUser: {
            /** @description Since when it is so: of somebody who is offline, when they were last seen. Null: never seen. */
            changed_at: string | null;
            /**
             * @description `idle`: connected, and nothing done for minutes.
             * @enum {unknown}
             */
            presence: "online" | "idle" | "offline";
            /** @description When they will not be disturbed; null: now already, if there is a `quiet_until`. */
            quiet_from: string | null;
            /** @description Until when they are not disturbed, now or from `quiet_from` on. Null: as far as is known, never. */
            quiet_until: string | null;
            status: components["schemas"]["UserStatus"] | null;
            /** Format: uuid */
            user_id: string;
        };
        ShownUserList: {
            data: components["schemas"]["ShownUser"][];
        };
        SignIn: {
            session: components["schemas"]["Session"] | null;
            /** @description A code is to be sent to `/sessions/two-factor` within 10 min. */
            two_factor_needed: boolean;
        };
        SignInMethods: {
            oidc: {
                /** @description For the button. */
                label: string;
            } | null;
            /** @description PUBLIC_URL is an address for which browsers keep passkeys. */
            passkey: boolean;
        };
        SingleSignOn: {
            /** @description Of the provider. */
            url: string;
        };
        SingleSignOnBeginning: {
            /** @description Where to go afterwards, a path of this server. */
            next?: string;
        };
        Tag: {
            color: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date-time */
            updated_at: string;
        };
        TagChange: {
            color?: string | null;
            name?: string;
        };
        TagPage: {
            data: components["schemas"]["CountedTag"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Task: {
            assignee_ids: string[];
            /** @description Whether one of these is neither done nor cancelled. */
            blocked: boolean;
            /** @description What it waits for, done or not. */
            blockers: {
                /** @enum {unknown} */
                category: "backlog" | "todo" | "doing" | "done" | "cancelled";
                /** Format: uuid */
                id: string;
                title: string;
            }[];
            /**
             * @description Of its status.
             * @enum {unknown}
             */
            category: "backlog" | "todo" | "doing" | "done" | "cancelled";
            comments_room_id: string | null;
            companies: {
                /** Format: uuid */
                id: string;
                name: string;
            }[];
            completed_at: string | null;
            /** @description Whom it is about, but the deleted. */
            contacts: {
                /** Format: uuid */
                id: string;
                name: string;
                photo_url: string | null;
            }[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            deleted_at: string | null;
            description: string | null;
            due_at: string | null;
            due_on: string | null;
            due_time: string | null;
            due_zone: string | null;
            estimate_minutes: number | null;
            /** Format: uuid */
            id: string;
            /** @description Names, in alphabetical order. */
            labels: string[];
            /** @description Messages that it came from, likewise. */
            message_ids: string[];
            parent: {
                /** Format: uuid */
                id: string;
                title: string;
            } | null;
            parent_id: string | null;
            /** @description Its place on the board, within its status: they are in the order of these texts, byte by byte. */
            position: string;
            /** @enum {unknown} */
            priority: "none" | "low" | "medium" | "high" | "urgent";
            repeat_mode: ("on_completion" | "on_schedule") | null;
            repeat_rule: string | null;
            repeated_from_id: string | null;
            /** @description Rooms that it is about: what they are, they say to whom sees them. */
            room_ids: string[];
            starts_on: string | null;
            /** Format: uuid */
            status_id: string;
            subtasks: {
                /** @description Done or cancelled. */
                done: number;
                total: number;
            };
            title: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Who is told of it beside those it is assigned to; guests among them see it. */
            watcher_ids: string[];
        };
        TaskBulkChange: {
            /** @enum {unknown} */
            action: "change" | "delete" | "restore";
            change: {
                [key: string]: unknown;
            } | null;
            /** @description Those that were not so already. */
            changed: number;
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            done: number;
            /** Format: uuid */
            id: string;
            /** @description Its progress; it can be paused and cancelled there. Null where it was done at once. */
            operation_id: string | null;
            /** @enum {unknown} */
            status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            /** @description How many were meant when it began. */
            total: number;
            /** @description Null while it stands. */
            undo: {
                /** Format: date-time */
                created_at: string;
                /** @description Those that were changed since, and stay so; or are gone. */
                kept: number;
                operation_id: string | null;
                /** @description Those that are as they were before. */
                restored: number;
                /** @enum {unknown} */
                status: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            } | null;
        };
        TaskBulkChangePage: {
            data: components["schemas"]["TaskBulkChange"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        TaskCalendar: {
            /** @description Those on which something is due, by the clocks of `zone`. */
            days: {
                data: components["schemas"]["Task"][];
                /** Format: date */
                day: string;
                /** @description When more than shown: GET /tasks with this day for `due_from` and `due_to`. */
                total: number;
            }[];
        };
        /** @description What is left out stays; a list that is given replaces the one before. Without a day there is no time. */
        TaskChange: {
            /** @description Members, guests too. */
            assignee_ids?: string[];
            /** @description Tasks that have to be done first. */
            blocker_ids?: string[];
            /**
             * @description Instead of `status_id`: the first status of this category.
             * @enum {unknown}
             */
            category?: "backlog" | "todo" | "doing" | "done" | "cancelled";
            /** @description Companies that it is about. */
            company_ids?: string[];
            /** @description Whom it is about. */
            contact_ids?: string[];
            description?: string | null;
            due_on?: string | null;
            due_time?: string | null;
            due_zone?: string | null;
            estimate_minutes?: number | null;
            /** @description Names; new ones are made. */
            labels?: string[];
            /** @description Messages that it came from, of those that you see. */
            message_ids?: string[];
            parent_id?: string | null;
            /** @enum {unknown} */
            priority?: "none" | "low" | "medium" | "high" | "urgent";
            /**
             * @description When the next one is made: `on_completion` unless given, or when its day has come.
             * @enum {unknown}
             */
            repeat_mode?: "on_completion" | "on_schedule";
            repeat_rule?: string | null;
            /** @description Rooms that it is about, of those that you see. */
            room_ids?: string[];
            starts_on?: string | null;
            /** Format: uuid */
            status_id?: string;
            title?: string;
            /** @description Members, guests too: they see it by that. */
            watcher_ids?: string[];
        };
        /** @description For POST /tasks, as it is. */
        TaskDraft: {
            /** @description Members, guests too. */
            assignee_ids?: string[];
            /** @description Tasks that have to be done first. */
            blocker_ids?: string[];
            /** @description Companies that it is about. */
            company_ids?: string[];
            /** @description Whom it is about. */
            contact_ids?: string[];
            description?: string | null;
            due_on?: string | null;
            due_time?: string | null;
            due_zone?: string | null;
            estimate_minutes?: number | null;
            /** @description Names; new ones are made. */
            labels?: string[];
            /** @description Messages that it came from, of those that you see. */
            message_ids?: string[];
            parent_id?: string | null;
            /** @enum {unknown} */
            priority?: "none" | "low" | "medium" | "high" | "urgent";
            /**
             * @description When the next one is made: `on_completion` unless given, or when its day has come.
             * @enum {unknown}
             */
            repeat_mode?: "on_completion" | "on_schedule";
            repeat_rule?: string | null;
            /** @description Rooms that it is about, of those that you see. */
            room_ids?: string[];
            starts_on?: string | null;
            /** @description What is left; empty where nothing is. */
            title: string;
            /** @description Members, guests too: they see it by that. */
            watcher_ids?: string[];
        };
        /** @description All of it holds. */
        TaskFilter: {
            assignee?: "me" | "none" | string;
            /** @description Whether it waits for something that is neither done nor cancelled. */
            blocked?: boolean;
            /**
             * Format: uuid
             * @description What waits for this task.
             */
            blocker_id?: string;
            /** @description One of these. */
            category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
            /** Format: uuid */
            company_id?: string;
            /** Format: uuid */
            contact_id?: string;
            creator?: "me" | string;
            /**
             * @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue.
             * @enum {unknown}
             */
            due?: "overdue" | "today" | "some" | "none";
            /** Format: date */
            due_from?: string;
            /**
             * Format: date
             * @description Both ends belong to it, by the clocks of `zone`.
             */
            due_to?: string;
            /** @description All of these. */
            label?: string[];
            /** @description Whether it is neither done nor cancelled. */
            open?: boolean;
            /** @description `none`: what is no part of another task. */
            parent_id?: "none" | string;
            /** @description One of these. */
            priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
            /** @description Words, each a part of the title or the description. */
            q?: string;
            /**
             * Format: uuid
             * @description What is about this room, or came from a message in it.
             */
            room_id?: string;
            /** @description One of these. */
            status_id?: string[];
            watcher?: "me" | string;
        };
        TaskHistory: {
            data: components["schemas"]["TaskHistoryEntry"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        TaskHistoryEntry: {
            after: unknown;
            before: unknown;
            changed_by: {
                id: string;
                kind: string;
            };
            /**
             * Format: date-time
             * @description What was changed at once has one time.
             */
            created_at: string;
            /** @description As `TaskChange` calls it, or `position`, `deleted_at`. */
            field: string;
            /** Format: uuid */
            id: string;
        };
        TaskLine: {
            /**
             * @description The language of days and times.
             * @default en
             * @enum {unknown}
             */
            locale: "en" | "de";
            /** @description `call Ana fri 3pm !high #renewal @peter ^Acme est 30m every monday`. What stands in quotation marks is never read. */
            text: string;
            /**
             * @description Whose clocks say which day it is: `Europe/Berlin`.
             * @default UTC
             */
            zone: string;
        };
        TaskLineCandidate: {
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "member" | "contact" | "company";
            name: string;
        };
        /** @description Where on the board it goes: one neighbour is enough. One that has left that column meanwhile is passed over. Without either it comes first. */
        TaskMove: {
            after_id?: string | null;
            before_id?: string | null;
            /** Format: uuid */
            status_id?: string;
        };
        TaskPage: {
            data: components["schemas"]["Task"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
            /** @description With `count=exact`. */
            total?: number;
        };
        TaskPlan: {
            planned_on: string | null;
            /** Format: uuid */
            task_id: string;
        };
        TaskPlanChange: {
            /** Format: date */
            planned_on: string;
        };
        TaskStatus: {
            /**
             * @description What it means. It stays: for another one, make another status and move the tasks there.
             * @enum {unknown}
             */
            category: "backlog" | "todo" | "doing" | "done" | "cancelled";
            color: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** @description They are in the order of these texts, byte by byte. */
            position: string;
            /** Format: date-time */
            updated_at: string;
        };
        TaskStatusChange: {
            /** @description Right behind this one; null: the first. Otherwise the last. */
            after_id?: string | null;
            color?: string | null;
            name?: string;
        };
        TaskStatusPage: {
            data: components["schemas"]["TaskStatus"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        TaskView: {
            columns: string[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            filter: components["schemas"]["TaskFilter"];
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            layout: "list" | "board" | "calendar";
            name: string;
            /** @description Whether everyone sees it, or whoever made it alone. */
            shared: boolean;
            sort: string;
            /** Format: date-time */
            updated_at: string;
        };
        TaskViewChange: {
            /** @description What a list shows, in this order. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["TaskFilter"];
            /** @enum {unknown} */
            layout?: "list" | "board" | "calendar";
            name?: string;
            shared?: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        TaskViewPage: {
            data: components["schemas"]["TaskView"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        ThreadEntry: {
            following: components["schemas"]["FollowedThread"];
            last_reply: components["schemas"]["Message"] | null;
            message: components["schemas"]["Message"];
        };
        ThreadEntryPage: {
            data: components["schemas"]["ThreadEntry"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        ThreadSummary: {
            /** @description Who answered, the latest first; at most five. */
            author_ids: string[];
            last_reply_at: string | null;
            /** @description But for deleted ones. */
            reply_count: number;
        };
        TimelineEntry: {
            all_day: boolean;
            /** Format: date-time */
            created_at: string;
            /** @description Who wrote it here; null for what was brought in. */
            created_by: {
                id: string;
                kind: string;
            } | null;
            /** @description Gone from the lists, and can be restored until it is purged. */
            deleted_at: string | null;
            /** @description As the organization sees it; null where neither side is known to be ours. */
            direction: ("in" | "out" | "internal") | null;
            ends_at: string | null;
            /** @description Beside pictures that are shown in its text. */
            has_attachments: boolean;
            /** Format: uuid */
            id: string;
            /** @description `mail`, `meeting`, `call`, `note`; others will follow. */
            kind: string;
            location: string | null;
            /** @description Of kind `message`: which one of a room it is. */
            message_id: string | null;
            /**
             * Format: date-time
             * @description When it happened, or begins.
             */
            occurred_at: string;
            participants: {
                address: string | null;
                company_id: string | null;
                contact_id: string | null;
                /** @description All who share the address; `contact_id` is the oldest of them. */
                contact_ids: string[];
                name: string | null;
                /** @enum {unknown} */
                role: "organizer" | "from" | "attendee" | "to" | "cc" | "bcc" | "about" | "mentioned";
            }[];
            pinned: boolean;
            snippet: string | null;
            /** @description Where it comes from: `mail`, or `manual` for what was written here. */
            source: string;
            status: ("confirmed" | "tentative" | "cancelled") | null;
            subject: string | null;
            /** Format: uuid */
            thread_id: string;
            /** Format: date-time */
            updated_at: string;
        };
        TimelinePage: {
            data: components["schemas"]["TimelineEntry"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Token: {
            /** @description From the link. */
            token: string;
        };
        Totp: {
            /** @description Each signs in once, instead of a code. Shown this once. */
            recovery_codes: string[];
            /** @description `otpauth://…`, for a QR code. */
            uri: string;
        };
        TotpConfirmation: {
            /** @example 123456 */
            code: string;
        };
        TwoFactorAnswer: {
            code?: string;
            recovery_code?: string;
            /**
             * @description This browser is not asked for one for 30 days.
             * @default false
             */
            trust_device: boolean;
        };
        Typing: {
            thread_id?: string | null;
        };
        UnreadMark: {
            /** @description From this message on. */
            seq: number;
        };
        UpcomingDate: {
            contact: components["schemas"]["ContactReference"];
            day: number;
            /** Format: uuid */
            id: string;
            /** @enum {unknown} */
            kind: "birthday" | "anniversary" | "custom";
            /** @description What a custom date is. */
            label: string | null;
            month: number;
            /**
             * Format: date
             * @description The day within the time asked for; 29 February is on the 28th in a year without one.
             */
            occurs_on: string;
            /** @description Null where only the day is known. */
            year: number | null;
            /** @description Whether it comes again each year; else it needs a year. */
            yearly: boolean;
            /** @description Since the first time: how old somebody will be. */
            years: number | null;
        };
        UpcomingDatePage: {
            data: components["schemas"]["UpcomingDate"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        UserChange: {
            /**
             * @description In which Rapport writes to you, and its pages speak.
             * @enum {unknown}
             */
            language?: "en" | "de";
            name?: string;
            /** @description Of the IANA database: by whose clock Rapport writes to you. */
            time_zone?: string;
        };
        /** @description What somebody says of themselves: with an emoji, a text, or both. */
        UserStatus: {
            emoji: string | null;
            text: string;
            /** @description Then it is gone by itself. */
            until: string | null;
        };
        View: {
            columns: string[];
            /** Format: date-time */
            created_at: string;
            created_by: {
                id: string;
                kind: string;
            };
            filter: components["schemas"]["ContactFilter"];
            /** Format: uuid */
            id: string;
            name: string;
            q: string | null;
            /** @description Whether everyone sees it, or whoever made it alone. */
            shared: boolean;
            sort: string;
            /** Format: date-time */
            updated_at: string;
        };
        ViewChange: {
            /** @description What is shown, in this order, by the names that lists are sorted and filtered by. Empty: as usual. */
            columns?: string[];
            filter?: components["schemas"]["ContactFilter"];
            name?: string;
            q?: string | null;
            shared?: boolean;
            /** @description As of the list. */
            sort?: string;
        };
        ViewPage: {
            data: components["schemas"]["View"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        Webhook: {
            /** Format: date-time */
            created_at: string;
            description: string;
            /** @description Why Rapport disabled it; null when a person did. */
            disabled_reason: string | null;
            enabled: boolean;
            /** @description `contact.created`, all that begin alike (`contact.*`), or `*`. */
            event_types: string[];
            /** @description The first failure after which nothing got through. */
            failing_since: string | null;
            /** @description Until then the receiver wants to be left alone (`Retry-After`). */
            held_until: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            updated_at: string;
            /** @description https://, and a public address. */
            url: string;
        };
        WebhookAttempt: {
            /** Format: date-time */
            at: string;
            duration_ms: number;
            /** @description Why there was no answer, or why it does not count. */
            error: string | null;
            response_status: number | null;
        };
        WebhookChanges: {
            description?: string;
            enabled?: boolean;
            /** @description `contact.created`, all that begin alike (`contact.*`), or `*`. */
            event_types?: string[];
            /** @description https://, and a public address. */
            url?: string;
        };
        WebhookDelivery: {
            attempts: components["schemas"]["WebhookAttempt"][];
            /** @enum {unknown} */
            cause: "event" | "replay" | "test";
            /** Format: date-time */
            created_at: string;
            event_type: string;
            /** Format: uuid */
            id: string;
            /** @description The header `webhook-id`: the same however often it is sent. */
            message_id: string;
            next_attempt_at: string | null;
            /** @description The beginning of the last answer, up to 1 KB. */
            response_body: string | null;
            /** @enum {unknown} */
            status: "pending" | "succeeded" | "failed" | "cancelled";
            /** Format: uuid */
            webhook_id: string;
        };
        WebhookDeliveryPage: {
            data: components["schemas"]["WebhookDelivery"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        WebhookPage: {
            data: components["schemas"]["Webhook"][];
            /** @description Null on the last page. */
            next_cursor: string | null;
        };
        WebhookReplay: {
            /** @description How many events are sent again. */
            deliveries: number;
            /** @description There are more: ask again with it. Null is the end. */
            next_cursor: string | null;
        };
        WebhookSecret: {
            /** Format: date-time */
            previous_valid_until: string;
            /** @description What signatures are verified with, shown this once: `whsec_…`. */
            secret: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listApiKeys: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewApiKey"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKey"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAttachment: {
        parameters: {
            query?: {
                inline?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                    "image/gif": unknown;
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/webp": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listAuditEntries: {
        parameters: {
            query?: {
                actor_id?: string;
                /** @description An IP address. */
                address?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                from?: string;
                limit?: number;
                /** @description `contact:<id>`. */
                subject?: string;
                to?: string;
                /** @description `contact.updated`, or all that begin alike: `contact.*`. */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEntryPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAuditExport: {
        parameters: {
            query?: {
                actor_id?: string;
                /** @description An IP address. */
                address?: string;
                format?: "csv" | "jsonl";
                from?: string;
                /** @description `contact:<id>`. */
                subject?: string;
                to?: string;
                /** @description `contact.updated`, or all that begin alike: `contact.*`. */
                type?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                    "text/csv": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getAvailability: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeAvailability: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Availability"];
                };
            };
        };
    };
    runBatch: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Batch"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BatchAnswers"];
                };
            };
        };
    };
    listBookmarks: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookmarkPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCompanies: {
        parameters: {
            query?: {
                /** @description Whether to answer `total`, the number of all that match. */
                count?: "none" | "exact";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                domain?: string;
                /** @description A CompanyFilter as JSON: `[{"field":"contact_count","op":"at_least","value":5}]`. */
                filter?: string;
                limit?: number;
                /** @description Begins after so many, instead of at a cursor: for jumping into a long list. It costs more the further it leads; go on by `next_cursor`. */
                offset?: number;
                /** @description Only those whose name or domain has this in it. */
                q?: string;
                /** @description `name`, `domain`, `contact_count`, `last_interaction_at` or `created_at`; with `-` in front the other way round. What has none comes last. That of the view, or `name`. */
                sort?: string;
                /** @description A saved view: it is searched, filtered and sorted as that says, and by what is given beside. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCompany"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    getCompany: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountedCompany"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    createCompanyMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    /**
                     * Format: uuid
                     * @description Where its contacts go.
                     */
                    into: string;
                };
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    restoreCompany: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Company"];
                };
            };
        };
    };
    listCompanyTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                limit?: number;
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCompanyTimelineCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindCounts"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listCompanyBulkChanges: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyBulkChangePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createCompanyBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `company_ids` or `selection`; a `change` when that is the action. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCompanyBulkChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyBulkChange"];
                };
            };
        };
    };
    getCompanyBulkChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyBulkChange"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    undoCompanyBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyBulkChange"];
                };
            };
        };
    };
    createCompanyBulkPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `company_ids` or `selection`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyBulkPreview"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCount"];
                };
            };
        };
    };
    listCompanyViews: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyViewPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createCompanyView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCompanyView"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
        };
    };
    getCompanyView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeCompanyView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeCompanyView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompanyViewChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyView"];
                };
            };
        };
    };
    listContacts: {
        parameters: {
            query?: {
                company_id?: string;
                /** @description Whether to answer `total`, the number of all that match. */
                count?: "none" | "exact";
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Those that were deleted and are not yet purged, instead of the others. */
                deleted?: boolean;
                /** @description Only contacts with this address. */
                email?: string;
                /** @description ContactFilter as JSON. */
                filter?: string;
                limit?: number;
                /** @description Begins after so many, instead of at a cursor: for jumping into a long list. It costs more the further it leads; go on by `next_cursor`. */
                offset?: number;
                owner_id?: string;
                /** @description Words, each a part of a name, a phone, an address or the name of the company (the beginning of one, up to two letters). */
                q?: string;
                /** @description `name`, `given_name`, `family_name`, `title`, `company`, `owner`, `email`, `created_at`, `updated_at`, `last_interaction_at`, `deleted_at`, or `fields.` with the key of a custom field; with `-` in front the other way round. Who has none comes last. That of the view, or `name`. */
                sort?: string;
                /** @description Only contacts with this tag. */
                tag?: string;
                /** @description A saved view: it is searched, filtered and sorted as that says, and by what is given beside. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description At least a name (whole, given or family) or an address. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContact"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    getContact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Temporary Redirect */
            307: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergedInto"];
                };
            };
        };
    };
    removeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: if it is another by now, nothing is changed (412). */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is left out stays; a list that is given replaces the one before; a field set to null goes away. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    listContactDates: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDatePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createContactDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description A custom date needs a label; a contact has one birthday. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewContactDate"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDate"];
                };
            };
        };
    };
    createErasure: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
        };
    };
    getContactExport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPhoto: {
        parameters: {
            query?: {
                /** @description As in `photo_url`: what is there never changes. */
                hash?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["PhotoForm"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    removePhoto: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listRelationships: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RelationshipPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createRelationship: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description `custom` needs both labels: `mentor`, and `mentee` as seen from the other side. No other has any. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRelationship"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relationship"];
                };
            };
        };
    };
    restoreContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
        };
    };
    listTimeline: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                limit?: number;
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTimelineCounts: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindCounts"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listBulkChanges: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChangePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `contact_ids` or `selection`; a `change` when that is the action. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBulkChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    getBulkChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    undoBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkChange"];
                };
            };
        };
    };
    createBulkPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `contact_ids` or `selection`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkPreview"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCount"];
                };
            };
        };
    };
    listDuplicates: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuplicatePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createDismissal: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Two contacts that are not one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewDismissal"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dismissal"];
                };
            };
        };
    };
    listMerges: {
        parameters: {
            query?: {
                contact_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMerge"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Merge"];
                };
            };
        };
    };
    undoMerge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeUndone"];
                };
            };
        };
    };
    getDashboard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Dashboard"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeContactDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeContactDate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is left out stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactDateChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDate"];
                };
            };
        };
    };
    listUpcomingDates: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                days?: number;
                /** @description The first day; today in UTC unless given. */
                from?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpcomingDatePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createEmailConfirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listErasures: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErasurePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getErasure: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Erasure"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                after?: string;
                limit?: number;
                /** @description Seconds to wait for an event when there is none yet. */
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                company_id?: string;
                contact_id?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getContactTable: {
        parameters: {
            query?: {
                company_id?: string;
                /** @description Those that were deleted and are not yet purged, instead of the others. */
                deleted?: boolean;
                /** @description Only contacts with this address. */
                email?: string;
                /** @description ContactFilter as JSON. */
                filter?: string;
                /** @description Begins after so many, instead of at a cursor: for jumping into a long list. It costs more the further it leads; go on by `next_cursor`. */
                offset?: number;
                owner_id?: string;
                /** @description Words, each a part of a name, a phone, an address or the name of the company (the beginning of one, up to two letters). */
                q?: string;
                /** @description `name`, `given_name`, `family_name`, `title`, `company`, `owner`, `email`, `created_at`, `updated_at`, `last_interaction_at`, `deleted_at`, or `fields.` with the key of a custom field; with `-` in front the other way round. Who has none comes last. That of the view, or `name`. */
                sort?: string;
                /** @description Only contacts with this tag. */
                tag?: string;
                /** @description A saved view: it is searched, filtered and sorted as that says, and by what is given beside. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getVcards: {
        parameters: {
            query?: {
                company_id?: string;
                /** @description Those that were deleted and are not yet purged, instead of the others. */
                deleted?: boolean;
                /** @description Only contacts with this address. */
                email?: string;
                /** @description ContactFilter as JSON. */
                filter?: string;
                /** @description Begins after so many, instead of at a cursor: for jumping into a long list. It costs more the further it leads; go on by `next_cursor`. */
                offset?: number;
                owner_id?: string;
                /** @description Words, each a part of a name, a phone, an address or the name of the company (the beginning of one, up to two letters). */
                q?: string;
                /** @description `name`, `given_name`, `family_name`, `title`, `company`, `owner`, `email`, `created_at`, `updated_at`, `last_interaction_at`, `deleted_at`, or `fields.` with the key of a custom field; with `-` in front the other way round. Who has none comes last. That of the view, or `name`. */
                sort?: string;
                /** @description Only contacts with this tag. */
                tag?: string;
                /** @description A saved view: it is searched, filtered and sorted as that says, and by what is given beside. */
                view?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/vcard": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTaskTable: {
        parameters: {
            query?: {
                assignee?: "me" | "none" | string;
                /** @description Whether it waits for something that is neither done nor cancelled. */
                blocked?: boolean;
                /** @description What waits for this task. */
                blocker_id?: string;
                /** @description One of these. */
                category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
                company_id?: string;
                contact_id?: string;
                creator?: "me" | string;
                /** @description Those that were deleted and are not yet purged, instead of the others. */
                deleted?: boolean;
                /** @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue. */
                due?: "overdue" | "today" | "some" | "none";
                due_from?: string;
                /** @description Both ends belong to it, by the clocks of `zone`. */
                due_to?: string;
                /** @description All of these. */
                label?: string[];
                /** @description Whether it is neither done nor cancelled. */
                open?: boolean;
                /** @description `none`: what is no part of another task. */
                parent_id?: "none" | string;
                /** @description One of these. */
                priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
                /** @description Words, each a part of the title or the description. */
                q?: string;
                /** @description What is about this room, or came from a message in it. */
                room_id?: string;
                /** @description `due`, `priority`, `title`, `status`, `starts_on`, `estimate_minutes`, `created_at`, `updated_at`, `completed_at`, `deleted_at`, or `position` (on the board, for one status); with `-` in front the other way round. What has none comes last. That of the view, or `-created_at`. */
                sort?: string;
                /** @description One of these. */
                status_id?: string[];
                /** @description A saved view: what is not given is as that says. */
                view?: string;
                watcher?: "me" | string;
                /** @description Whose clocks say which day it is: `Europe/Berlin`. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getTimelineLines: {
        parameters: {
            query?: {
                company_id?: string;
                contact_id?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMailbox: {
        parameters: {
            query?: {
                company_id?: string;
                contact_id?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/mbox": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listFields: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The label becomes its key, unless one is given. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewField"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
        };
    };
    getField: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeField: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Renaming changes no contact. An option that is left out is taken away from the contacts that have it. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["FieldChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Field"];
                };
            };
        };
    };
    getMessageFile: {
        parameters: {
            query?: {
                inline?: boolean;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                    "image/gif": unknown;
                    "image/jpeg": unknown;
                    "image/png": unknown;
                    "image/webp": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMessageFileThumbnail: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "image/webp": unknown;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    getImport: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    listRejections: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RejectionPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createMendedImport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MendedRows"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    getRejects: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createImportPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ImportForm"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportPreview"];
                };
            };
        };
    };
    listInteractions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                direction?: "in" | "out" | "internal";
                has_attachments?: boolean;
                /** @description Only of these kinds; repeat it for several. */
                kind?: string[];
                limit?: number;
                /** @description Belongs to it. */
                occurred_from?: string;
                /** @description Does not belong to it. */
                occurred_to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInteraction"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    getInteraction: {
        parameters: {
            query?: {
                /** @description Leaves pictures from elsewhere in the HTML: their servers learn of it. */
                remote_images?: "load";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is left out stays; a list that is given replaces the one before. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["InteractionChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    getInteractionPage: {
        parameters: {
            query?: {
                /** @description Leaves pictures from elsewhere in the HTML: their servers learn of it. */
                remote_images?: "load";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    restoreInteraction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Interaction"];
                };
            };
        };
    };
    getInteractionCounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KindCounts"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listInvitations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewInvitation"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
                };
            };
        };
    };
    revokeInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInvitation"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationAcceptance"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    getInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Token"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OpenInvitation"];
                };
            };
        };
    };
    listLabels: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only those that have this in their name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewLabel"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
        };
    };
    getLabel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeLabel: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LabelChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Label"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeMe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeEmail: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listPasskeys: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskey"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    removePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changePasskey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Passkey"];
                };
            };
        };
    };
    createPasskeyOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyOptionsRequest"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyCreationOptions"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createRecoveryCodes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
        };
    };
    createTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Totp"];
                };
            };
        };
    };
    removeTotp: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTotpConfirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TotpConfirmation"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTrustedDevices: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listMembers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MemberChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    createOwnership: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
        };
    };
    getMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    createAcknowledgement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    createBookmark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeBookmark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getMessageEdits: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageEdits"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getFollowedThread: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedThread"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createFollowing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedThread"];
                };
            };
        };
    };
    removeFollowing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    removePin: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    removePreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    createReaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The emoji itself, or the name of one: `👍`, `thumbsup`. */
                emoji: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    removeReaction: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                /** @description The emoji itself, or the name of one: `👍`, `thumbsup`. */
                emoji: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getReplies: {
        parameters: {
            query?: {
                /** @description Those after this number. */
                after?: number;
                /** @description This message, by number or id, in the middle. */
                around?: string;
                /** @description The first message from this time on, in the middle. */
                at?: string;
                /** @description Those before this number; the latest, unless something is given. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createThreadReadMark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMark"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedThread"];
                };
            };
        };
    };
    createThreadUnreadMark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnreadMark"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FollowedThread"];
                };
            };
        };
    };
    restoreMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    listNotes: {
        parameters: {
            query?: {
                company_id?: string;
                contact_id?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only those that are pinned. */
                pinned?: true;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description About at least one contact or company. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewNote"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
        };
    };
    getNote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is left out stays; a list that is given replaces the one before. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
        };
    };
    restoreNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
        };
    };
    removeNotificationMails: {
        parameters: {
            query: {
                /** @description Of the link in a mail. */
                token: string;
            };
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getNotificationPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeNotificationPreferences: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description What is left out stays. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationPreferencesChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferences"];
                };
            };
        };
    };
    listNotifications: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                kind?: "urgent" | "mention" | "direct_message" | "reply" | "assigned" | "due_soon" | "unblocked" | "reminder" | "not_sent" | "operation_finished" | "operation_failed";
                limit?: number;
                /** @description `open` is what the inbox shows. */
                state?: "open" | "snoozed" | "done";
                /** @description Only what is not read. */
                unread?: true;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Which, and one of the changes. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationsChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationsChanged"];
                };
            };
        };
    };
    getNotification: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeNotification: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description One of these. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Notification"];
                };
            };
        };
    };
    createInboxClearing: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description One of these. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxClearing"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxCleared"];
                };
            };
        };
    };
    changeReadNotifications: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description One of these. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NotificationsRead"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationCounts"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                created_from?: string;
                created_to?: string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                dry_run?: boolean;
                /** @description `import.contacts`, `contacts.bulk`, …; `import.*` is all imports. */
                kind?: string;
                limit?: number;
                status?: "queued" | "running" | "paused" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    pauseOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    resumeOperation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Operation"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MembershipPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewOrganization"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationDeletion"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrganizationChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Organization"];
                };
            };
        };
    };
    listOutbox: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OutboxPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPasswordReset: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPasswordResetConfirmation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetConfirmation"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPresence: {
        parameters: {
            query: {
                /** @description Whom to ask for, separated by commas: at most 100. */
                user_ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownUserList"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getPushKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKey"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPushSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPushSubscription"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSubscription"];
                };
            };
        };
    };
    removePushSubscription: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeRelationship: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listReminders: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Those of this message. */
                message_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReminderPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewReminder"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
        };
    };
    removeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeReminder: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reminder"];
                };
            };
        };
    };
    createReminderDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReminderWhen"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadReminderWhen"];
                };
            };
        };
    };
    getRooms: {
        parameters: {
            query?: {
                /** @description Those that are archived. */
                archived?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomList"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description The direct room of people who have one already is that one. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRoom"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomEntry"];
                };
            };
        };
    };
    getRoom: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomEntry"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Of a channel; of a direct room only `retention_days`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Room"];
                };
            };
        };
    };
    getRoomBookmarks: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: string[];
                    };
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageDraftChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDraft"];
                };
            };
        };
    };
    getRoomLines: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/jsonl": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getRoomArchive: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/zip": string;
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createMessageFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["MessageFileForm"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageFile"];
                };
            };
        };
    };
    listRoomMembers: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMemberPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createRoomMembers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Invitees"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["RoomMember"][];
                    };
                };
            };
        };
    };
    removeRoomMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeRoomMember: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
                user_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomRoleChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMember"];
                };
            };
        };
    };
    createRoomMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomEntry"];
                };
            };
        };
    };
    removeRoomMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeRoomMembership: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomMembershipChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMembership"];
                };
            };
        };
    };
    getMessages: {
        parameters: {
            query?: {
                /** @description Those after this number. */
                after?: number;
                /** @description This message, by number or id, in the middle. */
                around?: string;
                /** @description The first message from this time on, in the middle. */
                at?: string;
                /** @description Those before this number; the latest, unless something is given. */
                before?: number;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMessage"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getPins: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PinnedMessages"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createReadMark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadMark"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMembership"];
                };
            };
        };
    };
    createScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewScheduledMessage"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessage"];
                };
            };
        };
    };
    createTyping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Typing"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createUnreadMark: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UnreadMark"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomMembership"];
                };
            };
        };
    };
    listPublicRooms: {
        parameters: {
            query?: {
                /** @description Those that are archived, instead of those that are not; your private ones too. */
                archived?: boolean;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description A part of its name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrowsedRoomPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getDrafts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDraftList"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getLinkPreviews: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPreviews"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeLinkPreviews: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LinkPreviews"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LinkPreviews"];
                };
            };
        };
    };
    getRoomRetention: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomRetention"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeRoomRetention: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoomRetention"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomRetention"];
                };
            };
        };
    };
    listFoundMessages: {
        parameters: {
            query: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Words, of which the last may be unfinished; with `from:me`, `from:ada@example.org`, `from:"Ada Lovelace"`, `in:general`, `has:file` (or `image`, `link`, `reaction`, `thread`, `pin`), `before:2026-03-01`, `after:2026-01-31`. All must hold. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FoundMessagePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listFollowedThreads: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only those that you have not read. */
                unread?: true;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ThreadEntryPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listScheduledMessages: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessagePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduledMessageChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessage"];
                };
            };
        };
    };
    sendScheduledMessage: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
        };
    };
    getSearchResult: {
        parameters: {
            query: {
                /** @description Only these; repeat it for several. */
                kind?: string[];
                /** @description Of each kind. */
                limit?: number;
                /** @description Words, in any order; each may be unfinished. With a filter of messages (`from:`, `in:`, `has:`, `before:`, `after:`, as in `GET /rooms/search`) messages alone are found. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listSessions: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewSession"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    removeSessions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeCurrentSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SessionChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
        };
    };
    createOidcSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SingleSignOnBeginning"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SingleSignOn"];
                };
            };
        };
    };
    getOidcCallback: {
        parameters: {
            query?: {
                code?: string;
                error?: string;
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Found */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createPasskeySession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeySignIn"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    createPasskeySessionOptions: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyRequestOptions"];
                };
            };
        };
    };
    createTwoFactorSession: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TwoFactorAnswer"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    getSetup: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupState"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createSetup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Setup"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignIn"];
                };
            };
        };
    };
    getSignInMethods: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignInMethods"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTags: {
        parameters: {
            query?: {
                /** @description Only those that have a color, or none. */
                colored?: boolean;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                /** @description Only those that have this in their name. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTag"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    getTag: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTag: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Tag"];
                };
            };
        };
    };
    listTaskStatuses: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatusPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTaskStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskStatus"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
        };
    };
    getTaskStatus: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTaskStatus: {
        parameters: {
            query?: {
                /** @description The status that its tasks come to, those that are deleted as well. */
                into?: string;
            };
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTaskStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskStatusChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskStatus"];
                };
            };
        };
    };
    listTasks: {
        parameters: {
            query?: {
                assignee?: "me" | "none" | string;
                /** @description Whether it waits for something that is neither done nor cancelled. */
                blocked?: boolean;
                /** @description What waits for this task. */
                blocker_id?: string;
                /** @description One of these. */
                category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
                company_id?: string;
                contact_id?: string;
                /** @description Whether to answer `total`, the number of all that match. */
                count?: "none" | "exact";
                creator?: "me" | string;
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                /** @description Those that were deleted and are not yet purged, instead of the others. */
                deleted?: boolean;
                /** @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue. */
                due?: "overdue" | "today" | "some" | "none";
                due_from?: string;
                /** @description Both ends belong to it, by the clocks of `zone`. */
                due_to?: string;
                /** @description All of these. */
                label?: string[];
                limit?: number;
                /** @description Whether it is neither done nor cancelled. */
                open?: boolean;
                /** @description `none`: what is no part of another task. */
                parent_id?: "none" | string;
                /** @description One of these. */
                priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
                /** @description Words, each a part of the title or the description. */
                q?: string;
                /** @description What is about this room, or came from a message in it. */
                room_id?: string;
                /** @description `due`, `priority`, `title`, `status`, `starts_on`, `estimate_minutes`, `created_at`, `updated_at`, `completed_at`, `deleted_at`, or `position` (on the board, for one status); with `-` in front the other way round. What has none comes last. That of the view, or `-created_at`. */
                sort?: string;
                /** @description One of these. */
                status_id?: string[];
                /** @description A saved view: what is not given is as that says. */
                view?: string;
                watcher?: "me" | string;
                /** @description Whose clocks say which day it is: `Europe/Berlin`. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTask"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getTask: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: if it is another by now, nothing is changed (412). */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description What is left out stays; a list that is given replaces the one before. Without a day there is no time. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    createTaskBlocker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                blocker_id: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    removeTaskBlocker: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                blocker_id: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    listTaskFiles: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomFilePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTaskHistory: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskHistory"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTaskPlace: {
        parameters: {
            query?: never;
            header?: {
                /** @description The `ETag` of what you have read: if it is another by now, nothing is changed (412). */
                "if-match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        /** @description Where on the board it goes: one neighbour is enough. One that has left that column meanwhile is passed over. Without either it comes first. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskMove"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    changeTaskPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskPlanChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPlan"];
                };
            };
        };
    };
    removeTaskPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskPlan"];
                };
            };
        };
    };
    restoreTask: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    createTaskRoom: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoomEntry"];
                };
            };
        };
    };
    changeTaskOccurrence: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    createTaskWatching: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    removeTaskWatching: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getTaskBoard: {
        parameters: {
            query?: {
                assignee?: "me" | "none" | string;
                /** @description Whether it waits for something that is neither done nor cancelled. */
                blocked?: boolean;
                /** @description What waits for this task. */
                blocker_id?: string;
                /** @description One of these. */
                category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
                company_id?: string;
                contact_id?: string;
                creator?: "me" | string;
                /** @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue. */
                due?: "overdue" | "today" | "some" | "none";
                due_from?: string;
                /** @description Both ends belong to it, by the clocks of `zone`. */
                due_to?: string;
                /** @description All of these. */
                label?: string[];
                /** @description Of each column. */
                limit?: number;
                /** @description Whether it is neither done nor cancelled. */
                open?: boolean;
                /** @description `none`: what is no part of another task. */
                parent_id?: "none" | string;
                /** @description One of these. */
                priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
                /** @description Words, each a part of the title or the description. */
                q?: string;
                /** @description What is about this room, or came from a message in it. */
                room_id?: string;
                /** @description One of these. */
                status_id?: string[];
                /** @description A saved view: what is not given is as that says. */
                view?: string;
                watcher?: "me" | string;
                /** @description Whose clocks say which day it is: `Europe/Berlin`. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Board"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listTaskBulkChanges: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkChangePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTaskBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `task_ids` or `selection`; a `change` when that is the action. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewBulkTaskChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkChange"];
                };
            };
        };
    };
    getTaskBulkChange: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkChange"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    undoTaskBulkChange: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskBulkChange"];
                };
            };
        };
    };
    createTaskBulkPreview: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        /** @description Either `task_ids` or `selection`. */
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkTaskPreview"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkCount"];
                };
            };
        };
    };
    getTaskCalendar: {
        parameters: {
            query: {
                assignee?: "me" | "none" | string;
                /** @description Whether it waits for something that is neither done nor cancelled. */
                blocked?: boolean;
                /** @description What waits for this task. */
                blocker_id?: string;
                /** @description One of these. */
                category?: ("backlog" | "todo" | "doing" | "done" | "cancelled")[];
                company_id?: string;
                contact_id?: string;
                creator?: "me" | string;
                /** @description `overdue` and `today` by the clocks of `zone`; what is done is not overdue. */
                due?: "overdue" | "today" | "some" | "none";
                due_from?: string;
                /** @description Both ends belong to it, by the clocks of `zone`. */
                due_to?: string;
                from: string;
                /** @description All of these. */
                label?: string[];
                /** @description Of each day. */
                limit?: number;
                /** @description Whether it is neither done nor cancelled. */
                open?: boolean;
                /** @description `none`: what is no part of another task. */
                parent_id?: "none" | string;
                /** @description One of these. */
                priority?: ("none" | "low" | "medium" | "high" | "urgent")[];
                /** @description Words, each a part of the title or the description. */
                q?: string;
                /** @description What is about this room, or came from a message in it. */
                room_id?: string;
                /** @description One of these. */
                status_id?: string[];
                /** @description Both ends belong to it: 92 days at most. */
                to: string;
                /** @description A saved view: what is not given is as that says. */
                view?: string;
                watcher?: "me" | string;
                /** @description Whose clocks say which day it is: `Europe/Berlin`. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskCalendar"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTaskFromLine: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskLine"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
        };
    };
    getMyDay: {
        parameters: {
            query?: {
                /** @description Whose clocks say which day it is: `Europe/Berlin`. */
                zone?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MyDay"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTaskDraft: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskLine"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ParsedTaskLine"];
                };
            };
        };
    };
    listTaskViews: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskViewPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createTaskView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewTaskView"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    getTaskView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeTaskView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeTaskView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaskViewChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskView"];
                };
            };
        };
    };
    listThread: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelinePage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listViews: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewView"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
        };
    };
    getView: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeView: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ViewChange"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["View"];
                };
            };
        };
    };
    listWebhooks: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhook"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedWebhook"];
                };
            };
        };
    };
    getWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    removeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    changeWebhook: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WebhookChanges"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Webhook"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description `next_cursor` of the page before. */
                cursor?: string;
                limit?: number;
                status?: "pending" | "succeeded" | "failed" | "cancelled";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPage"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                delivery_id: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
            /** @description Not Modified */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    createWebhookDeliveryReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                delivery_id: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
    createWebhookReplay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewWebhookReplay"];
            };
        };
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookReplay"];
                };
            };
        };
    };
    createWebhookSecret: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecret"];
                };
            };
        };
    };
    createWebhookTest: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes it safe to send this again: it is carried out once, and its answer given again for a day. */
                "idempotency-key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What went wrong, and what to do. */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description What went wrong, and what to do. */
            "5XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDelivery"];
                };
            };
        };
    };
}
